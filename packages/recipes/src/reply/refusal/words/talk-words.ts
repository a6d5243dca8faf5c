/** What assistants say of their own work, as alternatives of a regular expression from the start of a word. */
export interface TalkWords {
  /** Words of which a text may have any number and still say nothing: help, write, request, topic, sorry, can. */
  readonly talk: string;
  /** Of these the ones that decline: refuse, abstain, another topic, not allowed. */
  readonly declines: string;
}

/**
 * By primary subtag, in small letters, our own choice. A refusal in whatever wording is made of these and of function
 * words alone, where anything that was meant to be published has a word of its subject. Languages whose function words
 * are not listed elsewhere have them here.
 */
export const talkWords: Readonly<Record<string, TalkWords>> = {
  en: {
    talk: "let's|make|making|made|write|help|safe|can|could|may|i've|we're|we|shall|being|rest|offer|must|am|that's|it's|such|some|me|would|will|have|has|from|glad|i'd|i'm|sorry|apolog|afraid|unfortunat|regret|respect|thank|please|ai|artificial|intelligen|language|model|assistant|bot|just|unable|able|abilit|capab|possib|impossib|allow|permi|comfortabl|willing|want|wish|prefer|rather|feel|think|know|help|assist|support|writ|creat|generat|produc|provid|mak|do|doing|answer|respond|repl|discuss|talk|speak|engag|proceed|continu|fulfil|comply|handl|process|cover|address|request|prompt|question|topic|subject|content|text|script|material|kind|sort|type|one|matter|thing|anything|something|nothing|here|there|instead|happy|glad|let|polic|guideline|rule|principle|safe|harm|design|program|train|responsib|scope|limit|outside|beyond|against|stay|away|pass|choos|pick|ask|different|another|other|else|nope|good|conscience|no|not|n't|can't|cannot|won't|isn't|don't|doesn't|couldn't|shouldn't|wouldn't|going|refus|declin|avoid|abstain|have|be",
    declines:
      "stay away|ask me something|refus|abstain|avoid|pass on|(?:must|to|will|'ll) pass|stay away|off limits|forbid|prohibit|choose not|not (?:allowed|permitted|able|one)|isn't one|(?:my|our) (?:polic|guideline|rule|principle)|(?:my|our) programming|programmed to|such subjects|(?:another|different|other) (?:topic|subject|request|question)|something else|can't help you|don't have the abilit",
  },
  de: {
    talk: 'hilfe|wähle|red|rede|reden|sage|sagen|geht|gehe|geben|gebe|tun|muss|müsste|würde|würd|wäre|hätte|kein|keine|nichts|themas|bitte|dir|ihnen|ihr|euch|damit|da|mich|mir|wir|uns|sein|ist|bin|bei|tut|leid|entschuldig|verzeih|bedau|leider|als|ki|künstliche|intelligenz|sprachmodell|modell|assistent|ich|mich|mir|mein|kann|könn|darf|dürf|möcht|will|werd|muss|soll|mag|so|etwas|das|dies|dazu|dabei|dafür|darüber|hier|bitte|gern|helf|hilf|unterstütz|behilflich|schreib|erstell|erzeug|verfass|liefer|geb|mach|tu|antwort|beantwort|besprech|red|sprech|auskunft|anfrage|bitte|wunsch|frage|thema|themen|inhalt|text|skript|art|sache|ander|stattdessen|wähl|such|nehm|frag|richtlinie|regel|grundsätz|grundsatz|sicher|schad|befugt|erlaubt|möglich|imstande|lage|fähig|programmiert|grenz|außerhalb|tabu|pass|ablehn|verweiger|verzicht|absag|unterlass|nein|nicht|kein',
    declines:
      'ablehn|verweiger|absag|tabu|muss (?:ich )?passen|da muss ich|passen|nicht (?:befugt|erlaubt|möglich)|(?:ein )?andere[sn]? thema|etwas anderes|(?:schreibe|erstelle|mache) ich nicht|kann ich (?:leider )?(?:so etwas |das )?nicht|gegen meine',
  },
  fr: {
    talk: "m'abstien|m'absten|m'est|suis|vous|aider|faire|cela|sujet|choisissons|choisir|ai|dire|dois|devons|il|elle|votre|vos|peut|ne|n'est|m'est|point|si|cet|texte|suis|serai|abstiendr|ce|cet|cette|vous|bien|nous|traiter|est|ne|désol|regrett|excus|pardon|malheureus|hélas|ia|intelligence|artificielle|modèle|langage|assistant|tant|qu'ia|peux|puis|pouv|pourr|dois|veux|voul|vais|souhait|préfèr|aid|assist|répond|répon|écri|rédig|cré|génér|produi|fourni|fair|rien|trait|discut|parl|demand|requête|question|sujet|thème|contenu|texte|script|genre|type|sort|chose|point|autre|plutôt|plaît|choisi|princip|règle|directive|politique|cadre|limit|permis|autoris|possible|impossible|capable|incapable|mesure|encontre|hors|refus|déclin|absten|abstien|abstiendrai|tour|pass|bien|non|merci|ceci|cela|ça",
    declines:
      "refus|déclin|m'abst|passer mon tour|pas (?:permis|autoris|possible)|impossible de|(?:un |d')?autre (?:sujet|thème|chose)|à l'encontre|hors de|je ne peux rien",
  },
  es: {
    talk: 'otro|otra|otros|otras|pasar|paso|hacer|hago|hace|hacerlo|haré|crear|creo|dar|doy|tema|temas|elijamos|favor|por|fuera|queda|puede|decir|digo|ver|ese|esos|esas|mis|nuestras|tengo|tener|no|está|estoy|estar|ese|esa|este|esta|queda|quedo|que|de|lo|sobre|mi|mis|soy|lo|siento|lament|disculp|perdon|perdón|desgracia|desafortunad|ia|inteligencia|artificial|modelo|lenguaje|asistente|puedo|pued|podr|debo|deb|tengo|quiero|voy|prefier|ayud|asist|escrib|cre|gener|redact|proporcion|hac|hag|dar|respond|contest|trat|habl|serte|serle|ser|útil|solicitud|petición|pregunta|tema|asunto|contenido|texto|guion|guión|tipo|cosa|otr|favor|elij|eleg|escoj|norma|regla|polític|directri|princip|límit|permitid|autorizad|posible|imposible|capaz|incapaz|condiciones|fuera|contra|rechaz|declin|negar|niego|absten|absteng|pas|nada|eso|esto|ello|no|gracias',
    declines:
      'me abst|absteng|rechaz|declin|me niego|negarme|tengo que pasar|no (?:me )?(?:está|es) (?:permitid|posible)|no lo puedo|no puedo|otro (?:tema|asunto)|otra cosa|fuera de|en contra de (?:mis|las)',
  },
  pt: {
    talk: 'falar|falo|fazer|faço|dar|dizer|tema|criar|gerar|ser|sou|isso|disso|meu|pode|fora|devo|de|estou|está|disso|disto|nisso|nisto|me|minha|minhas|meu|meus|sou|uma|ter|outra|desculp|lament|infeliz|sinto|muito|perd|peço|ia|inteligência|artificial|modelo|linguagem|assistente|posso|pod|consig|devo|tenho|ter|quer|vou|vamos|prefir|ajud|auxili|escrev|cri|ger|produz|fornec|faz|faç|dar|respond|trat|fal|abord|pedido|solicitação|pergunta|tema|assunto|tópico|conteúdo|texto|roteiro|tipo|coisa|outr|escolh|favor|norma|regra|polític|diretriz|princíp|limit|permitid|autorizad|possível|impossível|capaz|incapaz|fora|contra|recus|declin|neg|abst|nada|isso|isto|não|obrigad',
    declines:
      'recus|declin|me abst|abster|não (?:me )?(?:estou autorizad|é possível|é permitid|posso|consigo)|outro (?:tema|assunto|tópico)|outra coisa|contra as minhas|fora d',
  },
  it: {
    talk: "fare|farlo|dare|dire|tema|devo|può|posso|creare|quel|mia|mie|miei|di|è|sono|questo|questa|quello|mi|trattar|questo|altra|ci|spiace|dispiace|scus|purtroppo|rammaric|ia|intelligenza|artificiale|modello|linguistico|assistente|quanto|posso|poss|può|devo|dov|voglio|vorrei|prefer|aiut|assist|scriv|cre|gener|produ|forn|fare|faccio|dare|rispond|tratt|parl|discut|affront|richiesta|domanda|argomento|tema|contenuto|testo|copione|tipo|genere|cosa|altr|scegli|favore|norma|regol|politic|linee|guida|princip|limit|consentit|permess|autorizzat|possibile|impossibile|grado|capace|incapace|fuori|contro|rifiut|declin|asten|niente|nulla|non|grazie|scriverlo|farlo|un'altra",
    declines:
      'rifiut|declin|asten|non (?:mi )?(?:è|sono) (?:consentit|permess|possibile|autorizzat|in grado)|non posso|(?:un )?altro (?:argomento|tema)|altra cosa|contro le mie|al di fuori',
  },
  nl: {
    talk: 'onderwerp|ander|anders|doen|doe|gaan|ga|we|geen|dan|er|om|daarover|hierover|hieraan|verzoek|dit|inwillig|inwilligen|te|in|laten|laat|we|wij|ben|is|het|een|over|niks|spijt|sorry|excus|helaas|vergeef|ai|kunstmatige|intelligentie|taalmodel|model|assistent|als|ik|mij|mijn|kan|kun|mag|mog|wil|zal|moet|lever|help|hulp|schrijf|schrijv|maak|mak|doe|geef|gev|antwoord|bespreek|bespre|praat|zeg|zeggen|verzoek|vraag|onderwerp|thema|inhoud|tekst|script|soort|ding|ander|iets|liever|kies|kiez|regel|richtlijn|beleid|princip|grens|grenz|toegestaan|bevoegd|mogelijk|staat|willig|buiten|tegen|weiger|afwijs|afwijz|onthoud|nee|niet|niets|geen|dit|dat|hier|daar|alsjeblieft|graag',
    declines:
      'weiger|afwij|onthoud|niet (?:toegestaan|bevoegd|mogelijk|in staat)|(?:een )?ander onderwerp|iets anders|mag ik|kan ik (?:dat |dit )?niet|tegen mijn',
  },
  sv: {
    talk: 'ämne|annat|göra|låt|oss|välja|något|om|så|mot|ett|en|låt|oss|är|att|men|för|det|ledsen|tyvärr|förlåt|ursäkt|beklag|ai|artificiell|intelligens|språkmodell|assistent|som|jag|mig|min|kan|får|vill|ska|måste|hjälp|bistå|skriv|skap|gener|gör|ge|svar|diskut|prat|tal|begäran|förfråg|fråg|ämne|innehåll|text|manus|typ|sort|sak|annat|annan|istället|välj|låt|regel|regl|riktlinj|policy|princip|gräns|tillåt|möjlig|kapabel|utanför|mot|vägr|avböj|avstå|tack|nej|inte|det|detta',
    declines: 'vägr|avböj|avstå|inte (?:tillåt|möjlig)|(?:ett )?annat ämne|något annat|kan jag inte|mot mina',
  },
  da: {
    talk: 'emne|andet|gøre|lade|lad|os|vælge|vælg|gå|noget|om|dette|så|ked|desværre|beklag|undskyld|ai|kunstig|intelligens|sprogmodel|assistent|jeg|mig|min|kan|må|vil|skal|hjælp|bistå|skriv|skab|gener|gør|giv|svar|drøft|tal|anmod|forespørg|spørg|emne|indhold|tekst|manuskript|slags|type|andet|anden|stedet|vælg|regel|regl|retningslinj|politik|princip|grænse|tilladt|mulig|udenfor|imod|afslå|afvis|afstå|nej|ikke|det|dette',
    declines: 'afslå|afvis|afstå|ikke (?:tilladt|mulig)|(?:et )?andet emne|noget andet|kan jeg ikke|imod mine',
  },
  no: {
    talk: 'emne|annet|gjøre|la|oss|velge|noe|om|dette|så|lei|dessverre|beklag|unnskyld|ai|ki|kunstig|intelligens|språkmodell|assistent|jeg|meg|min|kan|må|vil|skal|hjelp|bistå|skriv|skap|lag|gener|gjør|gi|svar|drøft|snakk|forespørs|spørs|emne|tema|innhold|tekst|manus|slags|type|annet|annen|stedet|velg|regel|regl|retningslinj|prinsipp|grense|tillat|mulig|utenfor|imot|avslå|avvis|avstå|nei|ikke|det|dette',
    declines: 'avslå|avvis|avstå|ikke (?:tillat|mulig)|(?:et )?annet (?:emne|tema)|noe annet|kan jeg ikke|mot mine',
  },
  fi: {
    talk: 'aihe|aiheesta|toinen|toista|valitaan|tehdä|teen|tee|voida|apua|auttaa|luoda|minua|minun|olen|kieltäyd|asia|asias|tästä|siitä|pahoil|valitet|anteeksi|tekoäly|kielimalli|avustaja|voi|voin|saa|halu|pitä|täyty|minu|minä|autta|autt|kirjoit|luo|luod|tuot|tehdä|tee|vasta|keskust|puhu|pyyn|kysy|aihe|sisäl|teks|käsikirjoit|tällai|tätä|tämä|tuo|toi|muu|jokin|valit|säännö|sääntö|ohje|periaat|raja|salli|mahdol|kykene|pysty|kieltäy|vastoin|ulkopuol|ei|en|kiitos|on|se',
    declines: 'kieltäyty|kieltäydy|en (?:voi|pysty|saa|kykene)|toinen aihe|muu aihe|jotain muuta|vastoin',
  },
  hu: {
    talk: 'írhatom|írok|írni|írom|ezt|téma|témát|témáról|másik|adni|tenni|ként|mi|ki|kell|meg|erről|arról|sajn|elnézés|bocs|mi|mesterséges|intelligencia|nyelvi|modell|asszisztens|ként|tudok|tudom|tud|lehet|kell|akar|szeretn|segít|ír|írh|létrehoz|készít|ad|tesz|tenn|válasz|beszél|megvitat|kérés|kérdés|téma|témá|tartalom|tartalm|szöveg|ilyen|ezt|ez|azt|ebben|másik|más|inkább|válass|szabály|irányelv|elv|határ|engedély|lehetség|képes|ellen|kívül|visszautas|elutas|tartózk|vissza|utas|nem|sem',
    declines:
      'visszautas|vissza kell utas|elutas|tartózk|nem (?:tudok|lehet|áll|írh|segíth)|ezt nem|másik témá|valami más',
  },
  ro: {
    talk: 'temă|scriu|scrie|fac|face|dau|asta|altă|alt|alegem|ceva|mai|mele|pare|rău|regret|scuz|păcate|ia|inteligență|inteligenței|artificial|model|limb|asistent|pot|poat|trebui|vreau|prefer|ajut|asist|scri|scrie|cre|gener|produ|ofer|fac|face|răspund|discut|vorb|cerere|cererea|solicit|întreb|subiect|temă|tema|conținut|text|scenariu|fel|tip|lucru|alt|aleg|regul|politic|princip|limit|permis|autoriz|posibil|imposibil|capabil|afara|împotriva|refuz|declin|abțin|nu|asta|acest',
    declines:
      'refuz|declin|mă abțin|nu (?:pot|îmi este permis|este posibil|sunt autoriz)|alt subiect|altă temă|altceva|împotriva',
  },
  ca: {
    talk: 'fer|faig|tema|un|altra|una|cosa|em|et|us|aquest|aquesta|sento|lament|disculp|perdó|malauradament|ia|intel·ligència|artificial|model|llenguatge|assistent|puc|pod|dec|haig|vull|prefer|ajud|assist|escri|cre|gener|fer|faig|donar|respo|tract|parl|petició|sol·licitud|pregunta|tema|contingut|text|guió|tipus|altr|triem|tria|norm|regla|polític|directri|princip|límit|permès|autoritz|possible|impossible|capaç|fora|contra|rebutj|declin|abst|no|això|aquest',
    declines: 'rebutj|declin|abst|no (?:puc|em és|és permès)|un altre tema|una altra cosa|contra les meves',
  },
  pl: {
    talk: 'wybierzmy|temat|mogę|móc|wolno|pisać|pisania|inny|inne|tego|robić|mi|jest|jestem|tym|tej|się|mu|przykro|przepr|wybacz|niestety|ai|sztuczn|inteligencj|model|językow|asystent|jako|mogę|mog|moż|muszę|chc|wol|woln|pom|pisa|napis|tworz|stworz|genero|przygot|zrob|rob|odpowi|omawi|mówi|rozmaw|prośb|zapyt|pytan|temat|treś|tekst|scenariusz|rodzaj|rzecz|inn|zamiast|wybie|wybierz|zasad|regu|wytyczn|polityk|granic|dozwol|możliw|stanie|poza|narusz|wbrew|odm|odrzu|powstrzym|nie|tego|to|tym',
    declines:
      'odm|odrzu|powstrzym|nie (?:mogę|wolno mi|wolno|jestem w stanie|jest możliw)|inny temat|coś innego|narusza|wbrew',
  },
  cs: {
    talk: 'téma|tématu|jiné|jiného|zvolme|nám|vám|to|tom|tomu|mi|psát|není|bude|být|líto|omlouv|promiň|lituj|bohužel|ai|uměl|inteligenc|jazykov|model|asistent|jako|mohu|moh|může|můžu|nemoh|nemůž|musím|chc|smím|nesmím|pomo|pomá|psát|napsat|napíš|vytvo|vytvá|gener|děla|udělat|odpov|mluv|diskut|žádost|požadav|dotaz|otázk|tém|obsah|text|scénář|druh|jin|místo|zvol|vyber|pravid|zásad|směrnic|hranic|dovol|možn|schop|mimo|proti|poruš|odmít|zdrž|ne|to|toto|tím|tento',
    declines: 'odmít|zdrž|nemoh|nemůž|nesmím|není možn|jiné téma|něco jiného|proti mým',
  },
  sk: {
    talk: 'téma|tému|téme|iné|inú|zvoľme|vám|to|tom|mi|nie|byť|ľúto|prepáč|ospravedl|žiaľ|bohužiaľ|ai|umel|inteligenc|jazykov|model|asistent|ako|môžem|môž|nemôž|musím|chc|smiem|nesmiem|pomô|pomá|písať|napís|vytvo|vytvá|gener|rob|urob|odpov|hovor|diskut|žiadosť|požiadavk|otázk|tém|obsah|text|scenár|druh|in|namiesto|zvoľ|vyber|pravid|zásad|hranic|dovol|možn|schop|mimo|proti|poruš|odmiet|zdrž|nie|to|toto|tým|tento',
    declines: 'odmiet|zdrž|nemôž|nesmiem|nie je možn|inú tému|niečo iné|proti mojim',
  },
  hr: {
    talk: 'tema|temu|temi|drugu|drugo|pisati|pišem|mi|vam|ti|nešto|žao|oprost|isprič|izvin|nažalost|ai|umjetn|veštač|inteligenc|jezičn|model|asistent|pomoćnik|kao|mogu|mož|smij|smem|moram|želim|neću|pomo|pisa|napi|stvor|kreir|izrad|gener|čini|uradi|odgov|razgov|govor|zahtjev|zahtev|molb|pitan|tem|sadržaj|tekst|scenar|vrst|drug|umjesto|izaber|odaber|pravil|smjernic|načel|granic|dozvol|dopušt|moguć|stanj|izvan|protiv|krš|odbi|odbij|suzdrž|ne|nije|nisam|to|ovo|s tim',
    declines:
      'odbij|odbit|suzdrž|ne (?:mogu|smijem|smem)|nije (?:dozvol|dopušt|moguć)|drug\\S+ tem|nešto drugo|protiv mojih',
  },
  sr: {
    talk: 'тема|тему|теми|другу|друго|писати|пишем|ми|вам|ти|нешто|жао|опрост|извин|нажалост|аи|вештач|интелигенц|језичк|модел|асистент|као|могу|мож|смем|морам|желим|нећу|помо|писа|напи|ствар|креир|генер|уради|одгов|разгов|говор|захтев|молб|питањ|тем|садржај|текст|сценар|врст|друг|уместо|изабер|одабер|правил|смерниц|начел|границ|дозвољ|могућ|стању|изван|против|крш|одби|одбиј|уздрж|не|није|нисам|то|ово',
    declines: 'одбиј|одбит|уздрж|не (?:могу|смем)|није (?:дозвољ|могућ)|друг\\S+ тем|нешто друго|против мојих',
  },
  bg: {
    talk: 'тема|тази|друга|друго|пиша|ми|ви|ти|нещо|да|съжал|извин|прост|ии|изкуствен|интелект|езиков|модел|асистент|като|мога|може|трябва|искам|предпоч|помо|пиш|напиш|създа|генер|прав|направ|отгов|обсъжд|говор|молб|заявк|искан|въпрос|тем|съдържан|текст|сценар|вид|друг|вместо|избер|правил|насок|принцип|полити|границ|разреш|позвол|възмож|състоян|извън|против|наруш|отка|въздърж|не|това|тази',
    declines: 'отка|въздърж|не (?:мога|ми е позвол|е възмож)|друга тема|нещо друго|против мои',
  },
  ru: {
    talk: 'тема|тему|теме|темой|об|этом|писать|пишу|другую|другой|другое|давайте|нельзя|дать|делать|мне|мной|вам|вас|тебе|это|этого|этим|мой|моим|могу|может|можем|мне|меня|об|этом|этого|это|я|жаль|извин|прости|сожал|увы|ии|искусственн|интеллект|языков|модель|ассистент|помощник|могу|мож|может|должен|вынужд|хочу|хотел|буду|нельзя|помо|пис|напи|созда|генер|дела|сдела|отве|обсужд|говор|поговор|запрос|просьб|вопрос|тем|контент|текст|сценар|материал|рода|вид|друг|вместо|выбер|давай|правил|принцип|политик|границ|рамк|разреш|дозвол|позвол|возмож|состояни|вне|против|противоречит|наруш|отказ|откаж|воздерж|бессил|сил|тут|здесь|эт|так|нет|не',
    declines:
      'отказ|откаж|воздерж|бессил|мне (?:нельзя|не (?:разреш|дозвол|позвол))|не (?:могу|имею права)|другую тему|другой теме|что-нибудь друг|чём-нибудь друг|противоречит|наруша',
  },
  uk: {
    talk: 'тема|тему|темі|темою|писати|іншу|інше|іншій|оберімо|вам|це|цього|цим|цьому|мені|можу|не|мені|про|цьому|я|але|відмов|шкода|вибач|пробач|жаль|перепро|ші|штучн|інтелект|мовн|модел|асистент|помічник|можу|мож|може|мушу|змуш|хочу|буду|допо|пис|напи|створ|генер|роб|зроб|відпов|обговор|говор|запит|прохан|питан|тем|контент|текст|сценар|матеріал|роду|вид|інш|замість|обер|оберімо|виб|правил|принцип|політик|меж|дозвол|можлив|змозі|поза|проти|супереч|поруш|відмов|утрим|це|цьо|та|ні|не',
    declines: 'відмов|утрим|мені (?:не можна|заборон)|не (?:можу|маю права)|іншу тему|щось інше|суперечить|порушує',
  },
  el: {
    talk: 'θέμα|θέματος|άλλο|να|γράψω|κάνω|ας|διαλέξουμε|κάτι|λυπάμαι|λυπ|συγγν|δυστυχ|τν|τεχνητ|νοημοσύν|γλωσσ|μοντέλ|βοηθ|ως|μπορ|μπορώ|πρέπει|θέλ|προτιμ|βοήθ|γράφ|γράψ|δημιουργ|παράγ|παρέχ|κάν|απαντ|απάντ|συζητ|μιλ|αίτη|αιτή|ερώτη|ερωτή|θέμα|θέματ|περιεχόμεν|κείμεν|σενάρ|είδ|τύπ|άλλο|άλλα|διαλέξ|διάλεξ|επιλέξ|κανόν|αρχ|πολιτικ|όρι|επιτρέπ|δυνατ|ικαν|εκτός|ενάντι|αντίθετ|αρν|απέχ|όχι|δεν|να|το|αυτό|αυτή|με|για|σε|μου|σας|ας|και|αλλά|αυτού',
    declines: 'αρν|απέχ|δεν (?:μπορ|επιτρέπ|είναι δυνατ)|άλλο θέμα|κάτι άλλο|ενάντια στ|αντίθετο',
  },
  tr: {
    talk: 'konu|konuda|konuyu|seçelim|seçin|başka|yazmam|yazamam|yardımcı|olamam|bana|böyle|bir|hakkında|üzerine|üzgün|maalesef|özür|kusura|affed|yapay|zeka|zekâ|dil|model|asistan|olarak|yard|yaz|oluştur|üret|hazırla|sun|yap|cevap|yanıt|konuş|tartış|istek|isteğ|talep|taleb|soru|konu|içerik|içeriğ|metin|senaryo|tür|böyle|şey|başka|farklı|seç|lütfen|kural|ilke|politika|sınır|izin|mümkün|yetki|dışı|aykırı|redde|reddet|zorun|kaçın|çekin|değil|bu|bunu|için|da|bir|ben|benim|size|sana|olamam|edemem|veremem|yapamam',
    declines:
      'redde|reddet|kaçın|çekin|mümkün değil|yetkim yok|izin|başka bir konu|farklı bir konu|başka bir şey|aykırı|\\S+amam(?!\\p{L})|\\S+emem(?!\\p{L})',
  },
  ar: {
    talk: 'لسياست|سياست|لقواعد|بهذا|هو|آسف|عذر|أعتذر|معذر|للأسف|بصفت|ذكاء|اصطناعي|نموذج|لغ|مساعد|يمكن|أستطيع|أقدر|علي|يجب|أريد|أفضل|مساعد|أساعد|كتاب|أكتب|إنشاء|أنشئ|تقديم|أقدم|فعل|أفعل|إجاب|أجيب|مناقش|حديث|طلب|سؤال|موضوع|محتوى|نص|نوع|شيء|آخر|أخرى|لنختر|اختر|بدلا|سياس|قواعد|مبادئ|إرشاد|حدود|مسموح|ممكن|قادر|خارج|مخالف|ضد|أرفض|رفض|امتنع|أمتنع|لا|لن|ليس|هذا|هذه|ذلك|أن|في|من|على|مع|عن|بهذا|لك|لي|كم',
    declines: 'أرفض|رفض|أمتنع|لا (?:يمكنن|أستطيع|أقدر|يسمح)|غير (?:مسموح|قادر)|موضوع(?:ا|ًا)? آخر|شيء آخر|مخالف|خارج',
  },
  fa: {
    talk: 'متأسف|متاسف|ببخش|معذرت|پوزش|هوش|مصنوعی|مدل|زبان|دستیار|عنوان|می‌توان|نمی‌توان|توان|باید|بخواه|ترجیح|کمک|بنویس|نوشت|ایجاد|تولید|تهیه|انجام|ده|پاسخ|جواب|بحث|صحبت|درخواست|سؤال|سوال|موضوع|محتوا|متن|نوع|چیز|دیگر|بیایید|انتخاب|قوانین|قانون|سیاست|اصول|حد|مجاز|ممکن|قادر|خارج|خلاف|رد|خودداری|امتناع|نه|این|آن|را|در|به|از|که|با|برای|من|شما|کن|کنم|کنیم|است|هستم|نیستم',
    declines: 'رد کنم|رد می|خودداری|امتناع|نمی‌توانم|مجاز نیست|موضوع دیگر|چیز دیگر|خلاف|خارج از',
  },
  he: {
    talk: 'סליחה|מצטער|מתנצל|לצער|צר|בינה|מלאכותית|מודל|שפה|עוזר|כבינה|כמודל|יכול|לא|אני|איני|אינני|חייב|צריך|רוצה|מעדיף|לעזור|עזר|לכתוב|כתיב|ליצור|לספק|לעשות|להשיב|לענות|לדון|לדבר|בקש|שאל|נושא|תוכן|טקסט|תסריט|סוג|דבר|אחר|במקום|נבחר|בחר|בוא|כלל|מדיניות|עקרונ|גבול|מותר|אפשר|ניתן|מחוץ|נגד|סותר|לסרב|מסרב|להימנע|נמנע|את|זה|זו|הזה|הזו|של|עם|על|כי|אבל|לך|לכם|ב|ל|ה',
    declines: 'לסרב|מסרב|להימנע|נמנע|לא (?:יכול|ניתן|מותר|אוכל)|נושא אחר|משהו אחר|נוגד|מחוץ ל',
  },
  hi: {
    talk: 'क्षमा|माफ|खेद|दुर्भाग्य|एआई|कृत्रिम|भाषा|मॉडल|सहायक|रूप|मैं|मुझे|मेर|सकत|पाऊ|चाह|मदद|सहायता|लिख|बना|तैयार|प्रदान|दे|कर|जवाब|उत्तर|चर्चा|बात|अनुरोध|प्रश्न|सवाल|विषय|सामग्री|पाठ|स्क्रिप्ट|तरह|प्रकार|चीज|दूसर|अन्य|चुन|कृपया|नियम|नीति|सिद्धांत|सीमा|अनुमति|संभव|समर्थ|असमर्थ|बाहर|विरुद्ध|खिलाफ|मना|इनकार|अस्वीकार|नहीं|यह|इस|ऐस|है|हूँ|हूं|में|के|का|की|को|से|एक|हो|होगा|पर|कोई|लेकिन|करना|कीजिए|करें',
    declines: 'मना कर|इनकार|अस्वीकार|नहीं (?:\\S+ )?सकत|(?:दूसरा|अन्य|कोई और) विषय|कुछ और|के (?:विरुद्ध|खिलाफ)',
  },
  ur: {
    talk: 'معذرت|معاف|افسوس|بدقسمت|اے|آئی|مصنوعی|ذہانت|زبان|ماڈل|معاون|طور|میں|مجھے|میر|سکت|چاہ|مدد|لکھ|بنا|تیار|فراہم|دے|کر|جواب|بات|درخواست|سوال|موضوع|مواد|متن|قسم|چیز|دوسر|کوئی|اور|منتخب|براہ|کرم|اصول|پالیسی|حدود|اجازت|ممکن|قاصر|باہر|خلاف|انکار|مسترد|نہیں|یہ|اس|ایس|ہے|ہوں|کے|کا|کی|کو|سے|ایک|ہو|ہوگا|پر|لیکن|کرنا|کریں',
    declines: 'انکار|مسترد|نہیں (?:\\S+ )?سکت|(?:دوسرا|کوئی اور) موضوع|کچھ اور|کے خلاف',
  },
  bn: {
    talk: 'দুঃখিত|ক্ষমা|মাফ|দুর্ভাগ্য|এআই|কৃত্রিম|ভাষা|মডেল|সহকারী|হিসেবে|একজন|একটি|আমি|আমাকে|আমার|পার|চাই|সাহায্য|সহায়তা|লিখ|লেখ|তৈরি|প্রদান|দিতে|কর|উত্তর|আলোচনা|কথা|অনুরোধ|প্রশ্ন|বিষয়|কনটেন্ট|লেখা|ধরনের|অন্য|বেছে|দয়া|নিয়ম|নীতি|সীমা|অনুমতি|সম্ভব|সক্ষম|অক্ষম|বাইরে|বিরুদ্ধে|অস্বীকার|না|নই|বলতে|এটা|এটি|এই|এ|হচ্ছে|হবে|জন্য|কিন্তু',
    declines: 'অস্বীকার|না বলতে|পারি না|পারব না|পারছি না|অন্য (?:কোনো )?বিষয়|অন্য কিছু|বিরুদ্ধে',
  },
  ta: {
    talk: 'மன்னி|வருந்து|துரதிர்ஷ்ட|ai|செயற்கை|நுண்ணறிவு|மொழி|மாதிரி|உதவியாளர்|ஒரு|ஆக|என்னால்|நான்|எனக்கு|முடியா|முடிய|இயலா|வேண்டும்|விரும்ப|உதவ|எழுத|உருவாக்க|வழங்க|செய்ய|பதில|பேச|விவாதி|கோரிக்கை|கேள்வி|தலைப்பு|உள்ளடக்க|உரை|வகை|வேறு|தேர்ந்தெடு|தயவு|விதி|கொள்கை|எல்லை|அனுமதி|எதிரான|மறுக்க|மறுக்கி|இதை|இது|இந்த|இதற்கு',
    declines: 'மறுக்க|மறுக்கி|முடியாது|இயலாது|வேறு தலைப்பு|வேறு ஏதாவது|எதிரான',
  },
  te: {
    talk: 'క్షమించ|విచార|దురదృష్ట|ai|కృత్రిమ|మేధస్సు|భాషా|మోడల్|సహాయకు|ఒక|నేను|నాకు|నా|లేను|లేము|కుదర|చేయ|సహాయ|రాయ|వ్రాయ|సృష్టించ|అందించ|సమాధాన|చర్చించ|మాట్లాడ|అభ్యర్థన|ప్రశ్న|విషయ|అంశ|కంటెంట్|పాఠ్య|రకమైన|మరో|మరొక|ఎంచుకో|దయచేసి|నియమ|విధాన|పరిధి|అనుమతి|విరుద్ధ|తిరస్కరి|ఈ|ఇది|దీని|దీనికి',
    declines: 'తిరస్కరి|లేను|కుదరదు|మరో (?:అంశ|విషయ)|మరొక (?:అంశ|విషయ)|విరుద్ధ',
  },
  vi: {
    talk: 'xin|lỗi|tiếc|rất|ai|trí|tuệ|nhân|tạo|mô|hình|ngôn|ngữ|trợ|lý|là|một|tôi|mình|em|không|thể|phải|muốn|giúp|đỡ|hỗ|viết|tạo|sinh|cung|cấp|làm|trả|lời|thảo|luận|nói|bàn|yêu|cầu|câu|hỏi|chủ|đề|nội|dung|văn|bản|kịch|loại|việc|điều|khác|chọn|hãy|vui|lòng|quy|tắc|chính|sách|nguyên|giới|hạn|phép|được|khả|năng|ngoài|trái|với|vi|phạm|từ|chối|né|tránh|này|đó|về|cho|bạn|nhưng|của',
    declines: 'từ chối|không (?:thể|được phép)|chủ đề khác|điều khác|trái với|vi phạm',
  },
  id: {
    talk: 'maaf|mohon|sayang|menyesal|ai|kecerdasan|buatan|model|bahasa|asisten|sebagai|saya|aku|bisa|dapat|mampu|harus|mau|ingin|memilih|pilih|bantu|membantu|bantuan|tulis|menulis|buat|membuat|menghasilkan|memberi|menyediakan|melakukan|jawab|menjawab|membahas|bahas|bicara|permintaan|pertanyaan|topik|tema|konten|isi|teks|naskah|jenis|hal|lain|mari|silakan|aturan|kebijakan|pedoman|prinsip|batas|izin|diizinkan|mungkin|luar|bertentangan|melanggar|tolak|menolak|menghindar|tidak|tak|bukan|ini|itu|seperti|tentang|untuk|dengan|tetapi|tapi|anda|kamu',
    declines:
      'menolak|tolak|menghindar|tidak (?:bisa|dapat|mampu|diizinkan|boleh)|topik lain|hal lain|bertentangan|melanggar',
  },
  sw: {
    talk: 'samahani|pole|naomba|radhi|bahati|mbaya|ai|akili|bandia|modeli|lugha|msaidizi|kama|mimi|siwezi|sitaweza|sina|uwezo|siruhusiwi|sitaki|lazima|nikatae|nakataa|ninakataa|kusaidia|kukusaidia|msaada|kuandika|kuunda|kutengeneza|kutoa|kufanya|kujibu|kujadili|kuzungumzia|ombi|maombi|swali|mada|maudhui|maandishi|hati|aina|jambo|lingine|nyingine|chagua|tafadhali|sheria|sera|miongozo|kanuni|mipaka|ruhusa|nje|kinyume|hili|hilo|hii|hiyo|haya|yako|lako|kuhusu',
    declines: 'siwezi|sitaweza|nakataa|ninakataa|nikatae|siruhusiwi|mada nyingine|jambo lingine|kinyume',
  },
  th: {
    talk: 'ขออภัย|ขอโทษ|เสียใจ|น่าเสียดาย|ในฐานะ|เอไอ|ai|ปัญญาประดิษฐ์|โมเดล|ภาษา|ผู้ช่วย|ฉัน|ผม|ดิฉัน|เรา|ไม่|สามารถ|ได้|ต้อง|อยาก|ขอ|ช่วย|เหลือ|เขียน|สร้าง|ให้|ทำ|ตอบ|พูด|คุย|คำขอ|คำถาม|หัวข้อ|เรื่อง|เนื้อหา|ข้อความ|บท|แบบ|ประเภท|สิ่ง|อื่น|เลือก|กรุณา|โปรด|กฎ|นโยบาย|หลักการ|ขอบเขต|อนุญาต|นอก|ขัด|ละเมิด|ปฏิเสธ|หลีกเลี่ยง|นี้|นั้น|ที่|กับ|ใน|ของ|ค่ะ|ครับ|คะ|นะ|แต่|ความ|เกี่ยวกับ',
    declines: 'ปฏิเสธ|หลีกเลี่ยง|ไม่สามารถ|ไม่ได้รับอนุญาต|หัวข้ออื่น|เรื่องอื่น|ขัดกับ|ละเมิด',
  },
  zh: {
    talk: '下|一下|抱歉|对不起|對不起|不好意思|很遗憾|很遺憾|遗憾|恕|请|請|作为|作為|人工智能|人工智慧|ai|语言模型|語言模型|助手|我们|我們|我|您|你|不能|不可以|不可|不便|不宜|不会|不會|不想|不愿|不願|无法|無法|没办法|沒辦法|没法|必须|必須|只能|还是|還是|比较|比較|好|想|愿意|願意|帮|幫|协助|協助|帮助|幫助|写|寫|创作|創作|生成|提供|撰写|撰寫|回答|回应|回應|讨论|討論|谈论|談論|处理|處理|满足|滿足|完成|继续|繼續|做|给|給|请求|請求|要求|问题|問題|话题|話題|主题|主題|内容|內容|文本|脚本|腳本|这样|這樣|这类|這類|此类|此類|这个|這個|这些|這些|这|這|那个|那個|那|其他|其它|别的|別的|换|換|一个|一個|选|選|规定|規定|规则|規則|政策|准则|準則|原则|原則|范围|範圍|能力|权限|權限|允许|允許|超出|违反|違反|违背|違背|拒绝|拒絕|难|難|从命|從命|到|不了|的|了|是|在|和|与|與|关于|關於|方面|吧|呢|但|不|可以|对|對|此|该|該|事',
    declines:
      '拒绝|拒絕|恕难|恕難|从命|從命|不能|不便|无法|無法|做不到|不了|不写|不寫|(?:换|換|选|選)(?:一)?(?:个|個)|其他(?:话题|話題|主题|主題)|超出|违反|違反|违背|違背|没办法|沒辦法',
  },
  ja: {
    talk: '申し訳|恐れ入り|恐縮|すみません|ごめん|残念|ai|人工知能|言語モデル|モデル|アシスタント|私|当方|手伝|助|支援|書|作成|作|生成|提供|対応|回答|答|応|議論|話|依頼|要望|要求|質問|話題|テーマ|題材|トピック|内容|コンテンツ|文章|台本|スクリプト|種|類|別|他|件|方針|ポリシー|規則|規約|原則|範囲|能力|許可|可能|不可能|超|反|断|辞退|控|遠慮|添|期待|希望|力|致|出来|申|上|頂|差|願|選|変|代|何|今回',
    declines:
      '断り|断ら|辞退|控え|遠慮|できません|できかね|添えません|添えかね|書けません|応えません|対応し(?:て(?:い|お))?(?:ません|かね)|別の(?:話題|テーマ|題材|トピック|内容)|他の(?:話題|テーマ|題材)|ポリシーに反|方針に反',
  },
  ko: {
    talk: '죄송|미안|유감|안타깝|아쉽|인공지능|ai|언어|모델|어시스턴트|로서|저는|저|제|나는|도와|도움|드리|드릴|쓰|쓸|써|작성|생성|제공|만들|답변|대답|응답|논의|말씀|이야기|얘기|요청|부탁|질문|주제|내용|콘텐츠|글|대본|그런|이런|그건|이건|그|이|해당|다른|골라|고르|선택|바꿔|규정|정책|지침|원칙|범위|능력|허용|가능|불가능|어렵|어려|없|못|안|않|거절|거부|사양|삼가|하겠|하지만|수|것|것은|게|주세요|합니다|대해|대한|관련|대신|해|할|글은|글을|글도|내용|못합니다|못해|없|없습|않습',
    declines:
      '거절(?:하겠|합|할|해야)|거부(?:하겠|합)|사양|삼가|수 없|어렵습니다|어려울|곤란|못 (?:하|합|해)|다른 (?:주제|이야기|내용)|위반|위배',
  },
};
