import { version } from '../../package.json';
import type { Tool } from '../core/exchange/json.js';

/** As exports name what wrote them. */
export const TOOL: Tool = { name: 'policy-lens', version };
