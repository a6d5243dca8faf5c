/** What models set before a text to say what it is, by text; in the languages of their answers. Our own list. */
const LABELS = [
  '(?:(?:suggested|working|video|youtube|seo|final|main|short) )?title|(?:video)?titel|titre|título|titulo|titolo|tytuł|titlu|název|cím|otsikko|τίτλος|заголовок|название(?: видео)?|назва(?: відео)?|başlık|العنوان|عنوان|כותרת|शीर्षक|judul(?: video)?|tajuk|tiêu đề(?: video)?|ชื่อเรื่อง|ชื่อ|শিরোনাম|தலைப்பு|శీర్షిక|ಶೀರ್ಷಿಕೆ|തലക്കെട്ട്|शीर्षक|શીર્ષક|عنوان ویدیو|تیتر|عنوان ویڈیو|заглавие|наслов|naslov|názov|pavadinimas|antraštė|nosaukums|virsraksts|pealkiri|títol|titill|kichwa|pamagat|başlığı|başlıq|тақырып(?: аты)?|სათაური|վերնագիր|tittel|rubrik|overskrift|(?:视频|視頻|影片)?(?:标题|標題)|(?:動画)?タイトル案?|(?:영상 ?|동영상 ?)?제목',
  'description|beschreibung|descripción|descrição|descrizione|beschrijving|beskrivning|beskrivelse|opis|descriere|popis|leírás|kuvaus|περιγραφή|описание|опис|açıklama|الوصف|وصف|תיאור|विवरण|deskripsi|penerangan|mô tả|คำอธิบาย|বিবরণ|বর্ণনা|விளக்கம்|వివరణ|ವಿವರಣೆ|വിവരണം|वर्णन|વર્ણન|توضیحات|توضیح|تفصیل|описание|описание на видеото|popis|aprašymas|apraksts|kirjeldus|descripció|lýsing|maelezo|paglalarawan|təsvir|сипаттама|აღწერა|նկարագրություն|描述|简介|簡介|説明|概要|설명',
  'caption|bildunterschrift|légende|leyenda|legenda|didascalia|bijschrift|подпись|підпис|podpis|altyazı|التعليق|כיתוב|कैप्शन|keterangan|chú thích|แคปชัน|说明|說明|キャプション|캡션',
  "logline|call to action|call-to-action|cta|handlungsaufruf|handlungsaufforderung|llamada a la acción|appel à l[’']action|chamada para ação|invito all[’']azione|oproep tot actie|wezwanie do działania|призыв к действию|заклик до дії|eylem çağrısı|دعوة لاتخاذ إجراء|ajakan bertindak|kêu gọi hành động|行动号召|行動呼籲|行動喚起|コールトゥアクション|콜 투 액션",
  "on-screen text|on screen text|text on screen|screen text|bildschirmtext|texto en pantalla|texto na tela|texte à l[’']écran|testo a schermo|текст на экране|текст на екрані|屏幕文字|螢幕文字|画面テキスト|テロップ|화면 텍스트|자막",
  'tags?|keywords?|schlagwörter|schlüsselwörter|etiquetas|palabras clave|mots[- ]clés|étiquettes|parole chiave|palavras-chave|trefwoorden|nyckelord|taggar|nøgleord|nøkkelord|emneord|avainsanat|tunnisteet|tagi|słowa kluczowe|štítky|klíčová slova|címkék|kulcsszavak|etichete|cuvinte cheie|λέξεις-κλειδιά|ετικέτες|теги|ключевые слова|ключові слова|тагове|ključne riječi|etiketler|anahtar kelimeler|الوسوم|الكلمات المفتاحية|کلمات کلیدی|برچسب‌ها|תגיות|מילות מפתח|टैग|कीवर्ड|ট্যাগ|குறிச்சொற்கள்|แท็ก|คำสำคัญ|từ khóa|thẻ|kata kunci|标签|標籤|关键词|關鍵詞|タグ|キーワード|태그|키워드',
].join('|');

const LABEL = new RegExp(`^\\s*[*_"“«]*(?:${LABELS})(?:\\s*\\p{N}{1,2})?[*_]*\\s*[:：][*_]*\\s*`, 'iu');

/** A text without "Title:" or "Описание:" before it; "Title IX: what it means" stays. */
export function withoutLabel(text: string): string {
  if (!/[:：]/.test(text)) return text;
  const rest = text.replace(LABEL, '');
  return rest === '' ? text : rest;
}
