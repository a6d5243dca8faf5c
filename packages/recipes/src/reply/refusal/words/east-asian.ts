import type { RefusalWords } from './refusal-words.ts';

/** How a no is said in languages of East and South-East Asia. */
export const eastAsian: Readonly<Record<string, RefusalWords>> = {
  fil: {
    marks: 'hindi|tumatanggi|tanggih|labag|paumanhin|pasensya',
    cannot:
      'hindi (?:ako|ko|po ako|kami) (?:\\S+ ){0,2}(?:maka\\S+|maaari\\S*|pwede\\S*|puwede\\S*|kaya\\S*|ma\\S+)|hindi ko (?:kaya|maaaring|magawa|maisulat)|tumatanggi ako|kailangan kong tumanggi',
    help: 'tulong|makakatulong|makatulong|matutulungan|tumulong|tumanggi|magawa|masagot',
    make: 'sumulat|isulat|gumawa|gawin|lumikha|magbigay|maisulat|magawa',
    object:
      '(?:kahilingan|nilalaman|paksa|teksto|iskrip|video)(?: \\S+)? (?:na )?(?:ito|iyan|ito)?|(?:kahilingang|nilalamang|paksang) (?:ito|iyan)|(?:ito|iyan|iyon)(?=[.,!]|$)',
    outright:
      '(?:labag|salungat) sa (?:aking|mga|aming) \\S+|(?:paumanhin|pasensya|ikinalulungkot ko),? (?:pero |ngunit |po )?hindi (?:po )?(?:ako|ko) (?:\\S+ ){0,2}(?:makakatulong|makatulong|matutulungan|magawa|maisulat)',
    beside:
      'paumanhin|pasensya|ikinalulungkot|bilang (?:isang )?(?:ai|modelo)|modelo ng wika|alituntunin|patakaran|mapanganib|ilegal|sa halip|alternatibo|kung (?:gusto|nais)|ibang paksa',
    said: 'sabi|sinabi|tinanong|sagot',
  },
  zh: {
    marks: '超|[不无無没沒恕难難违違背拒]',
    cannot:
      '(?:我|本人|我们|我們|小助手)[^。！？!?]{0,14}?(?:不能|无法|無法|不可以|没办法|沒辦法|没法|不会|不會|不便|不(?:太)?方便|不(?:太)?适合|不適合|拒绝|拒絕|不愿|不願|不想|恕难|恕難|做不到|不太舒服|不被允许|不被允許)|(?:无法|無法|不能)(?:为您|為您|为你|為你|帮|幫|协助|協助|满足|滿足|提供|完成|生成|回应|回應|处理|處理)|恕(?:我)?(?:不能|无法|無法|难|難)',
    help: '帮(?:助|您|你|忙|到)|幫(?:助|您|你|忙|到)|协助|協助|满足|滿足|完成|处理|處理|拒绝|拒絕|从命|從命|回应|回應|配合|继续(?:这|该|此)|做到',
    make: '写|寫|创作|創作|生成|提供|撰写|撰寫|编写|編寫|制作|製作|回答|讨论|討論|给出|給出',
    object:
      '(?:这|這|该|該|此|那|您的|你的|相关|相關|类似|類似)[^。！？!?，,]{0,8}?(?:请求|請求|要求|内容|內容|话题|話題|主题|主題|脚本|腳本|文本|文案|问题|問題|信息|資訊|视频|影片)|内容|內容|请求|請求|这样的|這樣的|这方面|這方面|这个|這個',
    outright:
      '(?:这|這|该|該|此)[^。！？]{0,8}(?:超出|超過|超过)(?:了)?我(?:的|所)?[^。！？]{0,4}(?:能力|范围|範圍|权限|權限|能)|我(?:不想|不愿意?|不願意?)(?:写|寫|创作|創作)(?:这|這|此)|(?:违反|違反|不符合|违背|違背)[^。！？!?]{0,8}(?:准则|準則|政策|规定|規定|原则|原則|指南|规范|規範)|(?:抱歉|对不起|對不起|很遗憾|很遺憾|不好意思)[，,。！!]?[^。！？!?]{0,12}(?:不能|无法|無法|没办法|沒辦法|不便|不会|不會)[^。！？!?]{0,10}(?:帮|幫|协助|協助|满足|滿足|提供|完成|回答|生成|写|寫|创作|創作|处理|處理|请求|請求|内容|內容)',
    beside:
      '抱歉|对不起|對不起|遗憾|遺憾|不好意思|作为(?:一个|一名)?(?:ai|人工|语言|助手)|作為(?:一個|一名)?(?:ai|人工|語言|助手)|语言模型|語言模型|人工智能|人工智慧|准则|準則|政策|有害|违法|違法|非法|危险|危險|不当|不當|不适当|不適當|替代|其他|其它|如果(?:您|你)|乐意|樂意|请您|請您|谅解|諒解|理解',
    said: '说道|說道|说：|說：|回答说|回答說|喊道|问道|問道|告诉他|告诉她',
  },
  ja: {
    marks: '超え|越え|添|なれず|立てず|ません|かねます|できない|断り|控え|反|違反|沿い|抵触|遠慮|抵抗|気が進',
    cannot:
      '(?:お(?:手伝い|答え|応え|役に立)|ご(?:支援|対応|協力|提供|希望|要望|依頼|リクエスト)|(?:作成|生成|提供|対応|回答|執筆|協力|支援|作る|書く)).{0,16}?(?:できません|できかねます|致しかねます|いたしかねます|出来ません|しかねます|できない|ことはできません|応じられません|控えさせて|差し控え|お断り|遠慮)|応じ(?:ることは)?(?:できません|られません|かねます)|お断り(?:し|いた|させて)|(?:書く|作る)(?:こと)?(?:が|は|に)?.{0,8}(?:できません|抵抗|気が進みません)',
    help: 'お手伝い|お答え|お応え|お役に|支援|対応|協力|応じ|お断り|遠慮|控え',
    make: '作成|生成|提供|回答|執筆|作る|書く|書け|制作|製作',
    object:
      '(?:その|この|こうした|そのような|このような|ご|当該)[^。]{0,8}?(?:依頼|要求|リクエスト|要望|内容|コンテンツ|話題|トピック|テーマ|文章|台本|質問|動画)|コンテンツ|内容|それ|これ|ご依頼|リクエスト',
    outright:
      'ご?(?:要望|希望|期待|リクエスト|依頼|意向)に(?:は)?(?:お)?(?:沿|添|応え?|こたえ)[^。]{0,4}(?:ません|かねます|できない)|(?:私|当方)の(?:能力|範囲|対応範囲)を(?:超え|越え)|(?:お役に立てず|お力になれず|お力になれません|お役に立てません)|(?:その|この)(?:テーマ|内容|話題|件|依頼)[^。]{0,8}(?:書け|作れ|扱え|お話しでき|お答えでき)ません|(?:ガイドライン|ポリシー|規約|方針|原則)[^。]{0,8}(?:反|違反|沿い?ません|抵触)|(?:申し訳|すみません|ごめんなさい|恐れ入りますが|残念ながら|恐縮ですが)[^。]{0,30}?(?:できません|できかねます|致しかねます|いたしかねます|応じられません|お断り|しかねます|お手伝いすることが)',
    beside:
      '申し訳|すみません|ごめんなさい|恐れ入り|残念ながら|恐縮|言語モデル|人工知能|ai(?:として|アシスタント|です)|アシスタント|ガイドライン|ポリシー|有害|違法|危険|不適切|代わりに|別の|他の|ご理解|もし|よろしければ|喜んで|ください',
    said: 'と言|と答え|と叫|と尋ね|と話|とつぶや',
  },
  ko: {
    marks: '벗어|넘어|밖|없|어렵|못|불가|거절|거부|않|곤란|불편|위반|위배|어긋|반|사양',
    cannot:
      '(?:도와|도움|작성|생성|제공|만들|써|쓸|답변|응답|수행|진행|처리|지원|이행|응)[^.!?]{0,14}?(?:수 없|수는 없|수가 없|어렵|불가능|못|않겠|곤란|거절|불편)|(?:요청|부탁)[^.!?]{0,14}?(?:수 없|수는 없|어렵|거절|거부)|거절(?:하겠|합|할게|할 수밖|해야)|응할 수 없|정중히 사양',
    help: '도와|도움|지원|요청|수행|처리|거절|거부|응할|이행|사양',
    make: '작성|생성|제공|만들|써|쓸|쓰|답변|응답',
    object:
      '(?<!\\p{L})(?:그|이|해당|이런|그런|이러한|그러한|요청하신)\\s?(?:\\S+ )?(?:요청|콘텐츠|내용|주제|글|대본|스크립트|질문|종류|영상|부분)\\S*|콘텐츠|내용|요청|그것|이것|그건|이건',
    outright:
      '(?:이|그|해당|요청하신)\\s?\\S* ?(?:제|저의) (?:능력|범위|권한|한계)\\S* (?:벗어|넘어|밖)|(?:그런|이런|이|해당) (?:글|내용|대본|주제)[^.!?]{0,10}(?:쓰고 싶지 않|쓸 수 없|말씀드릴 수 없|다룰 수 없)|(?:가이드라인|정책|지침|원칙|규정)\\S*\\s?(?:에|을|를)?\\s?(?:위반|위배|어긋|반)|(?:죄송|미안|유감|안타깝)[^.!?]{0,40}?(?:도와드릴 수 없|도와드리기 어렵|도움을 드릴 수 없|작성할 수 없|제공할 수 없|생성할 수 없|만들 수 없|응할 수 없|답변할 수 없|답변드릴 수 없|들어드릴 수 없|드릴 수 없|처리할 수 없|수행할 수 없|쓸 수 없)',
    beside:
      '죄송|미안|유감|안타깝|언어 모델|인공지능|ai|어시스턴트|가이드라인|정책|지침|유해|불법|위험|부적절|대신|다른|대안|기꺼이|원하시|필요하시|말씀|이해',
    said: '말했|라고 했|대답했|외쳤|물었|라며',
  },
  id: {
    marks: 'di luar|tidak|tak |tolak|langgar|tentang',
    cannot:
      '(?:saya|kami|aku) (?:\\S+ )?(?:tidak|tak) (?:bisa|dapat|mampu|boleh|diizinkan|diperbolehkan|nyaman|akan|ingin|bersedia)|tidak (?:bisa|dapat) (?:membantu|memenuhi)|(?:saya )?(?:harus|terpaksa) menolak|saya menolak',
    help: 'membantu|bantu|memenuhi|melayani|menolak|nyaman|melakukan (?:itu|ini)|menanggapi|melanjutkan permintaan',
    make: 'menulis|membuat|menghasilkan|memberikan|menyediakan|menyusun|menjawab',
    object:
      '(?:permintaan|konten|kandungan|topik|tajuk|naskah|skrip|teks|materi|video|hal|jenis)(?: \\S+)? (?:ini|itu|tersebut|semacam|seperti)|konten|kandungan|permintaan|tentang (?:ini|itu)|(?:ini|itu)(?=[.,!]|$)',
    outright:
      '(?:ini|hal ini|topik ini|permintaan ini|itu) (?:berada )?di luar (?:kemampuan|batas|cakupan|jangkauan|wewenang)|(?:melanggar|bertentangan dengan|tidak sesuai dengan) (?:pedoman|kebijakan|aturan|prinsip)(?: \\S+)?|(?:maaf|mohon maaf),? (?:tetapi |tapi |namun )?saya tidak (?:bisa|dapat) membantu|saya harus menolak',
    beside:
      'maaf|sayangnya|sebagai (?:ai|model|asisten|kecerdasan)|model bahasa|pedoman|kebijakan|berbahaya|merugikan|ilegal|tidak pantas|sebagai gantinya|alternatif|dengan senang|jika (?:anda|kamu)|topik lain|hal lain',
    said: 'kata|ujar|jawab(?:nya)?|teriak|tanya',
  },
  vi: {
    marks: 'vượt|ngoài|không|chưa|từ chối|trái|vi phạm|ngược',
    cannot:
      '(?:tôi|mình|chúng tôi|em) (?:\\S+ )?(?:không thể|không được phép|không có khả năng|không muốn|không thoải mái|chưa thể|không sẵn lòng|không nên)|(?:tôi )?(?:phải|xin|đành) từ chối',
    help: 'giúp|hỗ trợ|đáp ứng|thực hiện|từ chối|thoải mái|làm (?:điều|việc) (?:này|đó)|tiếp tục',
    make: 'viết|tạo|soạn|cung cấp|sản xuất|đưa ra|trả lời',
    object:
      '(?:yêu cầu|nội dung|chủ đề|kịch bản|văn bản|video|thông tin|điều|việc)(?: \\S+){0,3} (?:này|đó|vậy|như vậy)|nội dung|yêu cầu|về (?:điều|chủ đề|vấn đề)',
    outright:
      '(?:chủ đề này|yêu cầu này|điều này|nội dung này) (?:vượt quá|nằm ngoài|vượt ngoài) (?:khả năng|phạm vi|giới hạn)|(?:vi phạm|trái với|đi ngược) (?:\\S+ )?(?:nguyên tắc|chính sách|hướng dẫn|quy định)|(?:xin lỗi|rất tiếc),? (?:nhưng )?(?:tôi|mình) không thể (?:giúp|hỗ trợ|đáp ứng|thực hiện|viết|tạo)|xin (?:phép )?từ chối',
    beside:
      'xin lỗi|rất tiếc|đáng tiếc|là (?:một )?(?:ai|trí tuệ|mô hình|trợ lý)|mô hình ngôn ngữ|nguyên tắc|chính sách|có hại|gây hại|bất hợp pháp|nguy hiểm|không phù hợp|thay vào đó|thay thế|sẵn lòng|nếu bạn|chủ đề khác',
    said: 'nói|trả lời rằng|hét|hỏi',
  },
  th: {
    marks: 'ไม่|ปฏิเสธ|ขัด|ละเมิด|ผิด',
    cannot:
      '(?:ฉัน|ผม|ดิฉัน|เรา|ขออภัย|ขอโทษ|เสียใจ).{0,40}?(?:ไม่สามารถ|ไม่อาจ|ไม่ได้รับอนุญาต|ไม่สะดวก|ไม่สบายใจ|ขอปฏิเสธ|ช่วย.{0,20}ไม่ได้|ทำ.{0,10}ไม่ได้|เขียน.{0,20}ไม่ได้)|ไม่สามารถ(?:ช่วย|ให้ความช่วยเหลือ|ดำเนินการ|ตอบสนอง|ทำตาม)|ขอปฏิเสธ|จำเป็นต้องปฏิเสธ',
    help: 'ช่วย|ดำเนินการ|ตอบสนอง|ทำตาม|ปฏิเสธ|สบายใจ',
    make: 'เขียน|สร้าง|ผลิต|จัดทำ|ให้ข้อมูล|นำเสนอ|ตอบ',
    object: '(?:คำขอ|เนื้อหา|หัวข้อ|บท|สคริปต์|เรื่อง|สิ่ง|ข้อความ|วิดีโอ)[^ ]{0,20}(?:นี้|นั้น|ดังกล่าว|แบบนี้|เช่นนี้)|คำขอ|เนื้อหา',
    outright:
      '(?:ขัดต่อ|ขัดกับ|ละเมิด|ผิด)(?:\\S{0,10})?(?:แนวทาง|นโยบาย|หลักการ|กฎ|ข้อกำหนด)|(?:ขออภัย|ขอโทษ|เสียใจ).{0,30}?(?:ไม่สามารถ(?:ช่วย|ให้ความช่วยเหลือ|ดำเนินการ|ตอบ|ทำตาม|เขียน|สร้าง)|ช่วย.{0,20}ไม่ได้)',
    beside:
      'ขออภัย|ขอโทษ|เสียใจ|น่าเสียดาย|โมเดลภาษา|ปัญญาประดิษฐ์|ผู้ช่วย|แนวทาง|นโยบาย|อันตราย|ผิดกฎหมาย|ไม่เหมาะสม|แทน|ทางเลือก|ยินดี|หากคุณ|ถ้าคุณ|หัวข้ออื่น',
    said: 'พูดว่า|กล่าวว่า|บอกว่า|ตอบว่า|ถามว่า|ตะโกน',
  },
};
