import { strict as assert } from 'node:assert';
import { contentHash } from '../../../../src/core/text/contentHash.js';
import { decodeText } from '../../../../src/core/text/decode.js';

function bytes(...parts: readonly (string | readonly number[])[]): Uint8Array {
  return new Uint8Array(
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part)))),
  );
}

describe('Decoding a file', () => {
  it('reads UTF-8, without its byte order mark', () => {
    assert.deepEqual(decodeText(bytes('patiënt')), { text: 'patiënt', encoding: 'utf-8', bom: false, binary: false });
    assert.deepEqual(decodeText(bytes([0xef, 0xbb, 0xbf], 'zorg')), {
      text: 'zorg',
      encoding: 'utf-8',
      bom: true,
      binary: false,
    });
  });

  it('drops one mark only', () => {
    assert.equal(decodeText(bytes([0xef, 0xbb, 0xbf], '\ufeffzorg')).text, '\ufeffzorg');
  });

  it('reads UTF-16 of both orders by its mark', () => {
    const little = Buffer.from('\ufeffpatiënt 🌳', 'utf16le');
    assert.deepEqual(decodeText(new Uint8Array(little)), {
      text: 'patiënt 🌳',
      encoding: 'utf-16le',
      bom: true,
      binary: false,
    });
    const big = decodeText(new Uint8Array(Buffer.from(little).swap16()));
    assert.equal(big.text, 'patiënt 🌳');
    assert.equal(big.encoding, 'utf-16be');
  });

  it('says at which byte the first mistake is, and reads on', () => {
    const decoded = decodeText(bytes('pati\ufffdënt ', [0xe9], ' en ', [0xff]));
    assert.equal(decoded.text, 'pati\ufffdënt \ufffd en \ufffd');
    assert.equal(decoded.invalidAt, Buffer.byteLength('pati\ufffdënt '));
    assert.equal(decodeText(bytes([0xef, 0xbb, 0xbf], 'a', [0x80])).invalidAt, 4);
    assert.equal(decodeText(bytes('a', [0xe2, 0x82])).invalidAt, 1);
  });

  it('finds no mistake in a text that holds the replacement character itself', () => {
    assert.equal(decodeText(bytes('a\ufffdb')).invalidAt, undefined);
  });

  it('takes a file with NUL for binary, and one of UTF-32', () => {
    assert.deepEqual(decodeText(bytes('%PDF', [0])), { text: '', encoding: 'utf-8', bom: false, binary: true });
    assert.equal(decodeText(bytes([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0])).binary, true);
  });

  it('reads an empty file', () => {
    assert.equal(decodeText(new Uint8Array()).text, '');
  });
});

describe('The hash of a file', () => {
  it('is SHA-256 in hexadecimal', () => {
    assert.equal(contentHash(bytes('abc')), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
