import { strict as assert } from 'node:assert';
import { gunzipSync } from 'node:zlib';
import { gunzip, gzip } from '../../../../src/ui/platform/gzip.js';
import { policyProse } from '../../../bench/corpus.js';

const TEXT = new TextEncoder().encode(policyProse(3, 200_000));

describe('compressing bytes', () => {
  it('gives them back as they were, from less', async () => {
    const packed = await gzip(TEXT);
    assert.ok(packed.length < TEXT.length / 3, `${packed.length} of ${TEXT.length}`);
    assert.deepEqual(await gunzip(packed), TEXT);
    assert.deepEqual(await gunzip(await gzip(new Uint8Array())), new Uint8Array());
  });

  it('writes what other programs read', async () => {
    assert.deepEqual(new Uint8Array(gunzipSync(await gzip(TEXT))), TEXT);
  });

  it('refuses what is cut short, or was never compressed', async () => {
    const packed = await gzip(TEXT);
    await assert.rejects(gunzip(packed.subarray(0, packed.length / 2)));
    await assert.rejects(gunzip(TEXT));
  });
});
