import type { ChatWords } from './chat-words.ts';

/** What stands around an answer in languages of East and South-East Asia. */
export const eastAsian: Readonly<Record<string, ChatWords>> = {
  zh: {
    assent: '好的|当然(?:可以)?|當然(?:可以)?|没问题|沒問題|可以的?|明白(?:了)?|收到|乐意|樂意',
    here: '以下(?:是)?|这是|這是|下面(?:是)?|如下|为您|為您|根据您的要求|根據您的要求',
    thing:
      '旁白|解说|解說|脚本|腳本|剧本|劇本|台词|台詞|场景|場景|版本|文本|文案|内容|內容|标题|標題|描述|句子|回答|答案|结果|結果|草稿|翻译|翻譯|段落|列表|改写|改寫|建议|建議|json',
    offer:
      '如果?(?:您|你)?(?:需要|想|希望|还有|還有|有).{0,40}(?:修改|调整|調整|告诉|告訴|其他|帮|幫)|如需|请告诉我|請告訴我|欢迎(?:告诉|随时)|歡迎(?:告訴|隨時)',
    remark:
      '希望(?:这|這|对|對|能|以上)|需要我|您(?:还)?(?:需要|想要)|注[：:]|注意[：:]|说明[：:]|說明[：:]|备注[：:]|備註[：:]|字数|字數',
    answer:
      '(?:最终|最終|我的)?(?:答案|回答|回复|回覆)|(?:最终|最終|修改后的?|修改後的?|改写后的?|改寫後的?|定稿)(?:版本|版|旁白|脚本|腳本|文本)?|结果|結果',
    draft: '草稿|初稿|草案|第一版|初版',
    option: '选项|選項|方案|版本|选择|選擇|建议|建議',
  },
  ja: {
    assent:
      'もちろん(?:です)?|はい|承知(?:いた|し)?(?:しました|ました)|かしこまりました|わかりました|了解(?:です|しました)?|喜んで',
    here: '(?:以下|次)の(?:よう|とおり|通り)に(?:し|書き直し|いたし|修正し)ました|以下(?:が|は|に)?|こちら(?:が|は)?|次(?:が|は|の)|これ(?:が|は)',
    thing:
      'ナレーション|台本|脚本|シナリオ|スクリプト|シーン|場面|バージョン|文章|テキスト|本文|タイトル|説明|文|回答|答え|結果|下書き|翻訳|段落|リスト|書き直し|修正|改訂|提案|案|json',
    offer:
      '(?:ご|何か)?(?:希望|要望|質問|不明|修正|変更|調整).{0,30}(?:ください|お申し付け|お知らせ|教えて|可能|いたします|ましょうか)|(?:さらに|他に|もっと).{0,30}(?:ください|お知らせ|お申し付け)',
    remark: 'お役に立て|いかがでしょうか|お気軽に|注[：:]|※|補足[：:]|文字数',
    answer: '(?:最終|最終的な)?(?:回答|答え|返答)|(?:最終|修正|改訂|完成)(?:版|稿|案|バージョン)|結果',
    draft: '下書き|草稿|草案|初稿|第一稿|ドラフト',
    option: 'オプション|案|選択肢|バージョン|候補|パターン',
  },
  ko: {
    assent: '물론(?:입니다|이죠|이에요)?|네|알겠습니다|좋습니다|그럼요|당연하죠|기꺼이',
    here: '다음은|여기|아래는|아래에|이것은|요청하신',
    thing:
      '내레이션|나레이션|대본|스크립트|장면|버전|텍스트|글|제목|설명|줄|문장|답변|답|결과|초안|번역|단락|목록|수정본|제안|json',
    offer: '(?:수정|변경|조정|추가|다른|더).{0,30}(?:말씀|알려|필요하시|원하시)|말씀해 ?주세요|알려 ?주세요',
    remark: '필요하시면|원하시면|도움이 되|어떠신가요|궁금한|참고[：:]|주의[：:]|글자 ?수',
    answer: '(?:최종 ?)?(?:답변|답|결과)|(?:최종|수정|개정|완성)(?:본|안| 버전)',
    draft: '초안|초고|첫 번째 (?:버전|초안)|드래프트',
    option: '옵션|선택지|버전|대안|안|제안',
  },
  id: {
    assent: 'tentu(?: saja)?|baik(?:lah)?|siap|dengan senang hati|oke|pasti|boleh',
    here: 'berikut(?: ini)?(?: adalah)?|ini (?:dia|adalah)|di bawah ini',
    thing:
      'narasi|naskah|skrip|adegan|versi|teks|judul|deskripsi|baris|kalimat|jawaban|hasil|draf|terjemahan|paragraf|daftar|usulan|opsi|json',
    offer:
      'beri tahu saya|kabari saya|apakah (?:anda|kamu) (?:ingin|mau)|jika (?:anda|kamu) (?:ingin|perlu|mau|membutuhkan).{0,60}(?:ubah|sesuai|lain|bisa|bantu|beri)',
    remark: 'semoga (?:ini )?(?:membantu|bermanfaat|sesuai)|saya (?:juga )?bisa|catatan:|jumlah kata',
    answer: '(?:jawaban|hasil)(?: akhir)?|versi (?:akhir|final|revisi)|(?:teks|narasi|naskah) (?:akhir|final)',
    draft: 'draf|draft|versi (?:awal|pertama)|konsep awal',
    option: 'opsi|pilihan|versi|alternatif|varian|usulan',
  },
  vi: {
    assent: 'chắc chắn(?: rồi)?|tất nhiên|dĩ nhiên|được(?: thôi)?|vâng|rất sẵn lòng|đồng ý|không vấn đề gì',
    here: 'đây là|dưới đây(?: là)?|sau đây(?: là)?|xin gửi',
    thing:
      'lời (?:dẫn|thuyết minh|bình)|kịch bản|cảnh|phiên bản|bản|văn bản|tiêu đề|mô tả|dòng|câu|câu trả lời|kết quả|bản nháp|bản dịch|đoạn|danh sách|đề xuất|json',
    offer:
      'hãy cho (?:tôi|mình) biết|cho (?:tôi|mình) biết nếu|nếu bạn (?:muốn|cần).{0,60}(?:sửa|thay đổi|chỉnh|khác|tôi có thể|giúp|cho)',
    remark: 'hy vọng|bạn có muốn|tôi (?:cũng )?có thể|lưu ý:|ghi chú:|số từ',
    answer: 'câu trả lời(?: cuối cùng)?|trả lời|kết quả|(?:bản|phiên bản) (?:cuối cùng|hoàn chỉnh|chỉnh sửa)',
    draft: 'bản nháp|nháp|(?:bản|phiên bản) đầu tiên',
    option: 'lựa chọn|phương án|phiên bản|tùy chọn|đề xuất',
  },
  th: {
    assent: '(?:ได้เลย|แน่นอน|ได้|ยินดี|โอเค|ตกลง)(?:ครับ|ค่ะ|นะคะ)?',
    here: 'นี่คือ|ด้านล่าง|ต่อไปนี้|ข้างล่าง',
    thing:
      'บทบรรยาย|คำบรรยาย|บทพูด|สคริปต์|บท|ฉาก|เวอร์ชัน|ข้อความ|หัวข้อ|ชื่อเรื่อง|คำอธิบาย|บรรทัด|ประโยค|คำตอบ|ผลลัพธ์|ฉบับร่าง|คำแปล|ย่อหน้า|รายการ|ข้อเสนอ|json',
    offer:
      'มีอะไรให้(?:ช่วย|ปรับ|แก้)|แจ้งให้(?:ฉัน|ผม|เรา|ดิฉัน)?ทราบ|ต้องการให้(?:ฉัน|ผม|ปรับ|แก้)|หาก(?:คุณ)?ต้องการ|ถ้า(?:คุณ)?(?:ต้องการ|อยาก)',
    remark: 'บอก(?:ฉัน|ผม|ได้)|หวังว่า|คุณต้องการให้|หมายเหตุ|จำนวนคำ',
    answer: 'คำตอบ(?:สุดท้าย)?|ผลลัพธ์|(?:เวอร์ชัน|ฉบับ)(?:สุดท้าย|สมบูรณ์|แก้ไข)',
    draft: 'ฉบับร่าง|ร่าง(?:แรก)?|เวอร์ชันแรก',
    option: 'ตัวเลือก(?:ที่)?|เวอร์ชัน(?:ที่)?|แบบที่',
  },
};
