/** Afterwriting's parser of Fountain, which comes without types: what of it tests read. */
declare module 'aw-parser' {
  interface Token {
    readonly type: string;
    readonly text: string;
  }
  const afterwriting: {
    readonly parser: {
      parse(text: string, settings: object): { readonly title_page: Token[]; readonly tokens: Token[] };
    };
  };
  export = afterwriting;
}
