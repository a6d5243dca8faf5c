/**
 * What Indonesian and Malay call or spell differently, and places of their countries: their small words are the same. Our
 * own choice, of what stands in titles.
 */
const INDONESIAN =
  'resep uang sepeda ponsel wisata olahraga liburan rahasia kesehatan kamar besok kantor bisnis keuangan kelinci sepatu bandara stasiun kulkas punah perbedaan asuransi jajanan bikin gampang belanja nonton kue listrik perangkat lunak celana pesawat gimana pengen nih dong yuk cuma bagus mau perusahaan televisi kualitas aktivitas universitas obat butuh ngomong sepakbola mobil tips ragi menit inggris mesin rumput sapi tas koran wortel dokter apotek polisi tentara tim sukses kebun kaki selai permen kacamata jepang rupiah indonesia jakarta bandung surabaya yogyakarta jogja bali jawa sumatra sumatera sulawesi kalimantan medan semarang lombok papua';
const MALAY =
  'resipi petua wang basikal bimbit percutian cuti senaman kesilapan pelabur baharu riba aktiviti mengurus usahawan tudung perbezaan takaful menjimatkan kanak pupus rahsia pejabat peperiksaan pelancongan kegemaran hujung perniagaan kewangan perisian sukan pasukan kesihatan bilik tandas ubat kasut seluar stesen askar arnab lembu televisyen maklumat syarikat kualiti universiti mahu bercakap kedai yis minit tip percuma inggeris enjin kek suam bilis semula rawatan kereta doktor farmasi polis lobak surat akhbar beg cermin jepun telefon filem muzik fesyen teksi ais sains matematik kimia fizik ringgit rm malaysia kuala lumpur selangor johor pinang melaka sabah sarawak ipoh perak kelantan terengganu pahang kedah putrajaya langkawi singapura';

/** By the languages that are told by them alone: the terms of each. */
const terms: Readonly<Record<string, ReadonlySet<string>>> = {
  id: new Set(INDONESIAN.split(' ')),
  ms: new Set(MALAY.split(' ')),
};
const NEIGHBOURS: Readonly<Record<string, string>> = { id: 'ms', ms: 'id' };

/** The language, or its neighbour with the same small words where a text has more of that one's terms. */
export function nearerByTerms(language: string, words: readonly string[]): string {
  const neighbour = NEIGHBOURS[language];
  if (neighbour === undefined) return language;
  const count = (of: string) => words.filter((word) => terms[of]?.has(word)).length;
  return count(neighbour) > count(language) ? neighbour : language;
}
