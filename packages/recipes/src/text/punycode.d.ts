/** Comes without types; by its file, because Node has an older module of the package's name. What of it is read. */
declare module 'punycode/punycode.js' {
  const punycode: {
    /** A domain as name servers have it; `xn--…` for a part that is not ASCII. */
    toASCII(domain: string): string;
  };
  export default punycode;
}
