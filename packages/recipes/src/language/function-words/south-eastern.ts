import { marks, type LanguageMarks } from './marks.ts';

/** Languages of South-East Asia and East Africa in Latin letters. */
export const southEasternWords: Readonly<Record<string, LanguageMarks>> = {
  id: marks(
    'yang dan di ke dari untuk dengan ini itu pada adalah tidak dalam akan bisa cara apa bagaimana mengapa kenapa karena atau juga lebih saat ada kita kamu anda mereka saya sudah hanya jadi seperti oleh nggak gak enggak banget kalian kok sih terbaik semua setiap tanpa antara buat biar sekarang sedang soal membuat',
  ),
  ms: marks(
    'yang dan di ke dari daripada untuk dengan ini itu pada adalah ialah tidak tak dalam akan boleh cara apa bagaimana bagaimanakah mengapa kenapa kerana atau juga lebih semasa ada kita kami awak anda mereka saya sudah hanya jadi seperti oleh sahaja paling nak macam mana bila sebab iaitu perlu guna buat mudah terbaik setiap semua korang je ni tu tanpa tentang ramai banyak macam-macam berbaloi',
  ),
  fil: marks(
    'ang ng mga sa na ay at ito ni si kay para kung hindi may mayroon wala ano paano bakit kailan saan sino alin ako ikaw siya kami tayo sila aking iyong kanyang natin namin ating lahat mas din rin lang pa ba o pero dahil nang kapag isang bawat walang laging pinaka',
  ),
  vi: marks(
    'và của là có không được trong cho một các những với này đó khi để như thế nào làm sao cách tại vì người đã sẽ từ đến ra vào bạn tôi chúng ta nhưng hay rất nhiều tốt nhất mọi mình bằng hơn nên cần phải chỉ rẻ đẹp hiểu',
    /[ơưạếềệộđ]/,
  ),
  sw: marks(
    'ya wa na kwa ni la za katika cha vya kuwa hii hizi huu hiyo hayo si au lakini kama kila jinsi nini lini wapi nani mimi wewe yeye sisi wao wangu yangu langu yako lako yake zake wetu yetu bila kutoka hadi kuhusu zaidi sana pia tu bora wote yote kitu watu',
  ),
};
