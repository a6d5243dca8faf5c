/** What models set before a text to say what it is, by text; in the languages of their answers. Our own list. */
const LABELS = [
  'title|titel|titre|título|titulo|titolo|tytuł|titlu|název|cím|otsikko|τίτλος|заголовок|название|назва|başlık|العنوان|عنوان|כותרת|शीर्षक|judul|tajuk|tiêu đề|ชื่อเรื่อง|ชื่อ|标题|標題|タイトル|제목',
  'description|beschreibung|descripción|descrição|descrizione|beschrijving|beskrivning|beskrivelse|opis|descriere|popis|leírás|kuvaus|περιγραφή|описание|опис|açıklama|الوصف|وصف|תיאור|विवरण|deskripsi|mô tả|คำอธิบาย|描述|简介|簡介|説明|概要|설명',
  'caption|bildunterschrift|légende|leyenda|legenda|didascalia|bijschrift|подпись|підпис|podpis|altyazı|التعليق|כיתוב|कैप्शन|keterangan|chú thích|แคปชัน|说明|說明|キャプション|캡션',
  "logline|call to action|call-to-action|cta|handlungsaufruf|handlungsaufforderung|llamada a la acción|appel à l[’']action|chamada para ação|invito all[’']azione|oproep tot actie|wezwanie do działania|призыв к действию|заклик до дії|eylem çağrısı|دعوة لاتخاذ إجراء|ajakan bertindak|kêu gọi hành động|行动号召|行動呼籲|行動喚起|コールトゥアクション|콜 투 액션",
  "on-screen text|on screen text|text on screen|screen text|bildschirmtext|texto en pantalla|texto na tela|texte à l[’']écran|testo a schermo|текст на экране|текст на екрані|屏幕文字|螢幕文字|画面テキスト|テロップ|화면 텍스트|자막",
].join('|');

const LABEL = new RegExp(`^\\s*[*_"“«]*(?:${LABELS})(?:\\s*\\p{N}{1,2})?[*_]*\\s*[:：][*_]*\\s*`, 'iu');

/** A text without "Title:" or "Описание:" before it; "Title IX: what it means" stays. */
export function withoutLabel(text: string): string {
  const rest = text.replace(LABEL, '');
  return rest === '' ? text : rest;
}
