import type { RefusalWords } from './refusal-words.ts';

/** How a no is said in Romance languages. */
export const romance: Readonly<Record<string, RefusalWords>> = {
  es: {
    marks: 'fuera|excede|supera|sobrepasa|más allá|no |prefiero|niego|incapaz|declin|rechaz|contra|viola|infring',
    cannot:
      'no (?:me |te |le )?(?:puedo|podré|podría|podemos|es posible|soy capaz|estoy en condiciones|estoy autorizad\\S*|tengo permitido|siento cómod\\S*|quisiera|voy a poder|está permitido|debo)|prefiero no|(?:debo|tengo que) (?:declinar|rechazar|negarme)|me niego|soy incapaz',
    help: 'ayud|asist|atender|cumplir|complacer|acceder|satisfacer|colaborar|hacer (?:eso|esto)|declinar|rechazar|responder a (?:eso|esa|esta)|procesar',
    make: 'escrib|crear|generar|producir|proporcionar|redactar|elaborar|ofrecer|dar|tratar|completar|continuar',
    object:
      '(?:est|es|dich|ese|tal)\\S* (?:\\S+ )?(?:solicitud|petición|contenido|tema|guion|guión|texto|tipo|video|vídeo)|solicitud|contenido|(?:eso|esto)(?=[.,!]|$)|sobre (?:eso|esto|este)',
    outright:
      '(?:este tema|esta solicitud|esta petición|tu solicitud|su solicitud|esto|eso) (?:está|queda) (?:fuera|más allá) de (?:mi|mis|lo que puedo)|(?:este tema|esta solicitud|esto|eso) (?:excede|supera|sobrepasa) (?:mis|lo que puedo)|no voy a (?:escribir|crear|generar) (?:eso|esto|este|ese)|va en contra de (?:mis|nuestras|las) (?:directrices|políticas|normas|principios)|(?:infringe|viola) (?:mis|nuestras|las) (?:directrices|políticas|normas)|(?:debo|tengo que) (?:declinar|rechazar)|lo siento,? (?:pero )?no puedo(?! (?:esperar|creer|dejar))',
    beside:
      'lo siento|lamento|disculp|perdón|como (?:ia|modelo|inteligencia|asistente)|modelo de lenguaje|política|directric|normas|perjudicial|dañin|ilegal|inapropiad|peligros|en su lugar|en cambio|alternativa|con gusto|si (?:quieres|deseas|necesitas|tienes)|puedo ayudar|otro tema|otra cosa|respet',
    said: 'dijo|dice|respondió|contestó|gritó|preguntó',
  },
  fr: {
    marks:
      'dépasse|hors|au-delà|sort|ne peux|ne puis|ne pouvoir| pas|plus|saurai|refus|déclin|impossib|incapa|préfère|encontre|enfrei|contraire',
    cannot:
      "(?:je|nous) ne (?:peux|puis|pourrai|pourrais|pouvons|suis|souhaite|veux|dois|vais|me sens)(?: \\S+)? (?:pas|plus)|(?:je|nous) ne saurais|je préfère ne pas|je (?:dois|suis contraint\\S* de|me vois) (?:\\S+ )?(?:décliner|refuser)|je (?:crains|regrette) de ne (?:pas )?pouvoir|je refuse|il m'est impossible|je suis (?:dans l'incapacité|incapable)",
    help: "aider|assister|répondre (?:à|favorablement)|donner suite|accéder|satisfaire|traiter (?:cette|votre)|faire (?:cela|ça)|décliner|refuser|accomplir|à l'aise",
    make: 'écrire|créer|générer|produire|fournir|rédiger|élaborer|proposer|donner|continuer',
    object:
      '(?:cette|ce|cet|ces|votre|ta|tel\\S*|un tel)\\s(?:\\S+ )?(?:demande|requête|contenu|sujet|script|texte|thème|genre|type|vidéo)|contenu|(?:cela|ça)(?=[.,!]|$)|à ce sujet|de (?:contenu|texte)',
    outright:
      "(?:ce sujet|cette demande|votre demande|ta demande|ceci|cela|ce contenu) (?:dépasse (?:mes|le cadre de mes|ce que je)|sort (?:de mon|du) (?:cadre|champ)|(?:est|se situe) (?:hors de|au-delà de) (?:mes|ma|mon|ce que je))|je ne (?:peux|puis) (?:accéder|répondre|donner suite|satisfaire)|(?:va|vont) à l'encontre de (?:mes|nos) (?:directives|principes|règles|consignes)|enfrein\\S* (?:mes|nos|les) (?:règles|directives)|contraire à (?:mes|nos) (?:directives|principes|règles)|je dois (?:\\S+ )?(?:décliner|refuser)|désolée?,? (?:mais )?je ne peux pas(?! (?:attendre|croire|m'empêcher))",
    beside:
      "désolé|excus|regrett|malheureusement|en tant qu'?(?:ia|assistant| modèle|intelligence)|modèle de langage|directive|règle|politique|nuisible|illégal|dangereu|inappropri|plutôt|alternative|volontiers|si vous (?:souhait|avez|voulez)|si tu (?:souhait|as|veux)|n'hésite|autre sujet|autre chose",
    said: 'dit|disait|répond(?:it|ait)|demanda|cria',
  },
  it: {
    marks: 'esula|oltre|supera|al di fuori|non |rifiut|declin|preferi|contro|viola',
    cannot:
      'non (?:posso|possiamo|potrò|potrei|sono in grado|sono autorizzat\\S*|mi è possibile|mi sento|intendo|voglio|riesco)|preferisco non|preferirei non|(?:devo|sono costrett\\S* a) (?:declinare|rifiutare)|mi rifiuto',
    help: 'aiutar|assister|soddisfar|accontentar|dare seguito|farlo|fare (?:questo|ciò)|declinare|rifiutare|a mio agio|accogliere|evadere|rispondere a (?:questa|tale)',
    make: 'scriver|creare|generare|produrre|fornire|redigere|elaborare|offrire|trattare|continuare',
    object:
      '(?:quest|tal|simil|de)\\S* (?:\\S+ )?(?:richiesta|contenut|argomento|testo|copione|script|tema|tipo|genere|video)|contenut|questo(?=[.,!]|$)|ciò(?=[.,!]|$)',
    outright:
      '(?:questo argomento|questa richiesta|la tua richiesta|ciò|questo) (?:esula da|va oltre|supera|è al di fuori d)\\S* ?(?:\\S+ )?(?:miei|mie|limiti|possibilità|capacità|posso)|non posso occuparmi di (?:questo|tale)|(?:preferirei|preferisco) non (?:scriver|parlar|trattar)|va contro (?:le mie|le nostre|i miei) (?:linee|regole|politiche|principi)|viola (?:le mie|le nostre|le) (?:linee|regole|politiche)|devo (?:declinare|rifiutare)|mi dispiace,? (?:ma )?non posso(?! (?:aspettare|credere|smettere))',
    beside:
      'dispiace|scus|purtroppo|in quanto (?:ia|modello|assistente)|come (?:ia|modello|assistente)|modello linguistico|linee guida|politic|dannos|illegal|pericolos|inappropriat|invece|alternativ|volentieri|se (?:vuoi|desideri|hai|vuole|ha)|altro argomento|posso aiutar',
    said: 'disse|dice|rispose|risponde|gridò|chiese',
  },
  pt: {
    marks: 'fora|além|ultrapassa|excede|não |recus|declin|prefiro|contra|viola',
    cannot:
      'não (?:me |te |lhe )?(?:posso|podemos|poderei|poderia|consigo|é possível|estou autorizad\\S*|estou apt\\S*|sou capaz|tenho permissão|sinto confortável|vou poder|devo|quero)|prefiro não|(?:devo|tenho de|tenho que|preciso) (?:recusar|declinar)|recuso-me|me recuso',
    help: 'ajud|auxiliar|atender|cumprir|assistir|colaborar|fazer isso|satisfazer|recusar|declinar|dar seguimento|confortável em|responder a (?:isso|ess|est)|processar',
    make: 'escrever|criar|gerar|produzir|fornecer|redigir|elaborar|oferecer|tratar|continuar',
    object:
      '(?:est|ess|tal|desse|deste)\\S* (?:\\S+ )?(?:pedido|solicitação|conteúdo|tema|assunto|roteiro|guião|texto|tipo|vídeo)|conteúdo|solicitação|isso(?=[.,!]|$)|isto(?=[.,!]|$)',
    outright:
      '(?:este tema|esse tema|este pedido|esse pedido|isto|isso) (?:está fora|está além|fica fora|vai além|ultrapassa|excede) (?:d\\S+ )?(?:meu|meus|minha|minhas|que posso|que eu posso|os meus|as minhas)\\S*|não me sinto (?:à vontade|confortável) (?:para|em|a) (?:escrever|criar|produzir|ajudar)|vai contra (?:as minhas|minhas|as nossas|nossas) (?:diretrizes|políticas|normas|princípios)|viola (?:as |minhas |nossas |as minhas )?(?:diretrizes|políticas|normas)|(?:devo|tenho que) recusar|(?:desculpe|desculpa|lamento|sinto muito),? (?:mas )?não posso(?! (?:esperar|acreditar|deixar))',
    beside:
      'desculp|lamento|sinto muito|infelizmente|como (?:ia|modelo|inteligência|assistente)|modelo de linguagem|diretriz|política|prejudicia|nociv|ilegal|perigos|inadequad|inapropriad|em vez|alternativa|com prazer|se (?:quiser|precisar|desejar|tiver)|outro (?:tema|assunto)|posso ajud',
    said: 'disse|diz|respondeu|gritou|perguntou',
  },
  ro: {
    marks: 'nu |refuz|prefer|încal|contrav|împotriva|imposibil',
    cannot:
      'nu (?:te |vă |îți |mă )?(?:pot|putem|voi putea|aș putea|sunt în măsură|sunt capabil\\S*|am voie|simt|vreau|îmi este permis)|prefer să nu|(?:trebuie|sunt nevoit\\S*) să (?:\\S+ )?refuz|refuz să|îmi este imposibil',
    help: 'ajut|asist|îndeplin|satisfac|răspunde (?:acestei|la)|da curs|refuz|confortabil|face (?:asta|acest)',
    make: 'scri|crea|gener|produc|furniz|redact|elabor|ofer|da(?=\\s)',
    object:
      '(?:acest|aceast|astfel|ast)\\S* (?:de )?(?:\\S+ )?(?:cerer|solicit|conținut|subiect|temă|tem|text|scenariu|tip|video)\\S*|conținut|cerer|despre (?:asta|acest)|asta(?=[.,!]|$)',
    outright:
      '(?:contravine|încalcă|este împotriva) (?:ghid|regul|politic|princip)\\S* (?:mele|noastre)|trebuie să refuz|(?:îmi pare rău|scuze|regret),? (?:dar )?nu (?:te |vă )?pot ajuta',
    beside:
      'pare rău|scuz|regret|din păcate|ca (?:ai|model|asistent|inteligență)|model de limbaj|ghid|politic|dăunăt|ilegal|periculos|nepotrivit|în schimb|alternativ|cu plăcere|dacă (?:vrei|dori|ai|aveți)|alt subiect',
    said: 'spus|zis|zice|răspuns|strigat|întrebat',
  },
  ca: {
    marks: 'no |impossible|nego|declin|rebutj|contra|supera|fora',
    cannot:
      'no (?:em |et |us |hi )?(?:puc|podré|podria|podem|és possible|soc capaç|em sento còmod\\S*|vull|dec)|prefereixo no|(?:he de|haig de) (?:declinar|rebutjar|negar-me)|em nego',
    help: 'ajudar|assistir|atendre|complir|accedir|satisfer|fer (?:això|això)|declinar|rebutjar|respondre a (?:això|aquesta)|processar',
    make: 'escriure|crear|generar|produir|proporcionar|redactar|elaborar|oferir|donar|tractar|completar',
    object:
      '(?:aquest|aquesta|aquests|aquestes|tal|la teva|la vostra|el teu) (?:\\S+ )?(?:sol·licitud|petició|contingut|tema|text|guió|tipus|material|vídeo)\\S*|continguts?|sobre això|això(?=[.,!]|$)',
    outright:
      '(?:va en contra|infringeix|incompleix) (?:de )?(?:les meves|els meus|les nostres) \\S+|(?:ho sento|em sap greu|disculpa|malauradament),? (?:però )?no (?:et |us |hi )?puc (?:ajudar|fer|escriure|crear|generar)\\S*',
    beside:
      'ho sento|em sap greu|disculp|malauradament|com a (?:ia|assistent|model)|model de llenguatge|intel·ligència artificial|directrius|polítiques|nociu|il·legal|perillós|inadequat|en lloc d|alternativ|amb molt de gust|si (?:vols|voleu|necessites)|un altre tema',
    said: 'va dir|diu|respon|va respondre|crida|va preguntar',
  },
};
