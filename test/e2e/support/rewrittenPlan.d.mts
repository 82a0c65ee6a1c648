/** What unit tests use of the rewritten plan. */
export const ownQuotes: readonly string[];
export const textThen: string;
export const textNow: string;
export const moved: string;
export const changed: string;
export const changedNow: string;
export const twice: string;
export const rewritten: string;
export const gone: string;
