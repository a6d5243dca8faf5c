/** Comes without types: what of it is read. */
declare module 'punycode.js' {
  const punycode: {
    /** A domain as name servers have it; `xn--…` for a part that is not ASCII. */
    toASCII(domain: string): string;
  };
  export default punycode;
}
