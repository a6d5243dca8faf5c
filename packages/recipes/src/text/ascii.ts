/** Texts of ASCII alone, which need no look at letters, marks and graphemes. */
export const IS_ASCII = /^[\x00-\x7F]*$/; // oxlint-disable-line no-control-regex -- the range of ASCII is meant
