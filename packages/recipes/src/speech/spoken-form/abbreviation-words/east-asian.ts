/** Abbreviations as they are spoken in languages of East and South-East Asia. */
export const eastAsian: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  id: {
    'dll.': 'dan lain-lain',
    'dsb.': 'dan sebagainya',
    yg: 'yang',
    'dr.': 'dokter',
    'no. #': 'nomor',
    'tgl.': 'tanggal',
  },
  vi: { 'v.v.': 'vân vân', 'tp.': 'thành phố', 'vd.': 'ví dụ', 'ts.': 'tiến sĩ' },
};
