import type { ChatWords } from './chat-words.ts';

/** What stands around an answer in Romance languages. */
export const romance: Readonly<Record<string, ChatWords>> = {
  es: {
    assent:
      'claro(?: que sí)?|por supuesto|desde luego|con (?:mucho )?gusto|entendido|seguro|vale|de acuerdo|perfecto|cómo no',
    here: 'aquí (?:está|tienes|tiene|te|va|le|les)|a continuación|esta es|este es|te (?:dejo|presento|comparto)',
    thing:
      'narraci|guion|guión|escena|versi|texto|título|descripci|línea|frase|respuesta|resultado|borrador|traducci|párrafo|lista|reescri|locuci|propuesta|opci|json',
    offer:
      'avísame|avíseme|házmelo saber|hazme saber|dime si|déjame saber|si (?:quieres|deseas|necesitas|prefieres|quiere|desea|necesita).{0,60}(?:cambi|ajust|modific|puedo|dime|otr|ayud|avís|versi)|¿(?:quieres|te gustaría|deseas|quiere|necesitas) que',
    remark:
      'espero que (?:te |le |esto )?(?:sirva|ayude|guste|sea|esto)|no dudes en|puedo (?:ajustar|también|hacer|cambiar)|nota:|recuento de palabras|número de palabras',
    answer:
      'respuesta(?: final)?|resultado(?: final)?|versión (?:final|definitiva|revisada|corregida|mejorada)|(?:texto|guion|guión) final|narración final',
    draft: 'borrador|primer(?:a)? (?:borrador|versión|intento)|versión (?:inicial|preliminar)',
    option: 'opción|versión|alternativa|variante|propuesta',
  },
  fr: {
    assent:
      "bien sûr|bien entendu|certainement|avec plaisir|d'accord|entendu|volontiers|absolument|compris|pas de problème",
    here: "voici|voilà|ci-dessous|c'est|je vous propose|je te propose",
    thing:
      'narration|script|scène|version|texte|titre|description|ligne|phrase|réponse|résultat|brouillon|traduction|paragraphe|liste|réécri|voix off|proposition|json',
    offer:
      "(?:faites|fais|dites|dis|n'hésite[sz]?)(?:-| )(?:moi|le-moi|pas).{0,60}(?:savoir|si|à|demander)|souhaite[sz]?-(?:vous|tu)|voule[sz]-vous que|veux-tu que|si (?:vous|tu) (?:souhaite|veu|voule|avez|as|préfér).{0,60}(?:modif|chang|ajust|autre|dites|dis|peux|aider)",
    remark:
      "(?:j'espère|en espérant) que|je peux (?:aussi|également|l'adapter|l'ajuster)|note ?:|remarque ?:|nombre de mots",
    answer:
      '(?:réponse|résultat)(?: finale?)?|version (?:finale|définitive|révisée|corrigée|améliorée)|texte final|narration finale',
    draft: 'brouillon|ébauche|premier jet|première version|version initiale',
    option: 'option|version|variante|proposition|alternative',
  },
  it: {
    assent:
      "certo|certamente|certo che sì|ma certo|naturalmente|volentieri|con piacere|d'accordo|va bene|capito|perfetto",
    here: 'ecco(?:lo|la|ti|le)?|qui sotto|di seguito|questa è|questo è',
    thing:
      'narrazion|script|sceneggiatura|copione|scena|version|testo|titolo|descrizion|riga|frase|risposta|risultato|bozza|traduzion|paragrafo|lista|riscritt|voce fuori campo|proposta|json',
    offer:
      'fammi sapere|mi faccia sapere|fatemi sapere|se (?:vuoi|desideri|hai bisogno|preferisci|vuole|desidera).{0,60}(?:modific|cambi|altr|posso|aiut|sapere|version)',
    remark:
      'spero (?:che|ti|vi)|vuoi che|vuole che|desideri che|non esitare|posso (?:anche|modificar|adattar)|nota:|numero di parole',
    answer:
      'risposta(?: finale)?|risultato(?: finale)?|versione (?:finale|definitiva|rivista|corretta|migliorata)|testo finale|narrazione finale',
    draft: 'bozza|prima (?:bozza|versione|stesura)|versione iniziale',
    option: 'opzione|versione|variante|alternativa|proposta',
  },
  pt: {
    assent: 'claro(?: que sim)?|com certeza|certamente|com prazer|é claro|entendido|perfeito|sem problemas?|combinado',
    here: 'aqui (?:está|estão|vai|tem|fica)|segue|abaixo|a seguir|esta é|este é',
    thing:
      'narraç|roteiro|guião|cena|vers|texto|título|descriç|linha|frase|resposta|resultado|rascunho|traduç|parágrafo|lista|reescri|locuç|proposta|opç|json',
    offer:
      'me avise|avise-me|me diga|diga-me|(?:quer|gostaria|deseja|queres) que eu|fique à vontade|se (?:quiser|precisar|desejar|preferir|quiseres).{0,60}(?:ajust|alter|mud|outr|posso|ajud|avis|diga|vers)',
    remark:
      '(?:espero que|espero ter)|posso (?:ajustar|também|fazer|alterar)|nota:|observação:|contagem de palavras|número de palavras',
    answer:
      'resposta(?: final)?|resultado(?: final)?|versão (?:final|definitiva|revisada|corrigida|melhorada)|texto final|narração final|roteiro final',
    draft: 'rascunho|primeir[oa] (?:rascunho|versão|tentativa)|versão inicial|esboço',
    option: 'opção|versão|alternativa|variante|proposta',
  },
  ro: {
    assent: 'sigur|desigur|bineînțeles|cu plăcere|în regulă|am înțeles|firește|evident',
    here: 'iată|aici (?:este|ai|aveți)|mai jos|aceasta este|acesta este',
    thing:
      'narațiun|scenariu|script|scen|versiun|text|titlu|descrier|rând|propoziți|răspuns|rezultat|ciornă|schiț|traducer|paragraf|list|rescri|propuner|json',
    offer:
      'spune-mi|anunță-mă|dă-mi de știre|dacă (?:vrei|dorești|ai nevoie|doriți|aveți).{0,60}(?:modific|schimb|alt|pot|ajut|spune)',
    remark: 'sper că|vrei să|doriți să|pot (?:și|de asemenea|să)|notă:|observație:|număr de cuvinte',
    answer:
      'răspuns(?:ul)?(?: final)?|rezultat(?:ul)?(?: final)?|versiunea (?:finală|revizuită|corectată|îmbunătățită)|text(?:ul)? final',
    draft: 'ciornă|schiță|prima (?:versiune|variantă|ciornă)',
    option: 'opțiunea|versiunea|varianta|alternativa|propunerea',
  },
  ca: {
    assent: 'és clar|esclar|per descomptat|naturalment|sens dubte|amb molt de gust|d’acord|entesos',
    here: 'aquí (?:tens|teniu|té|hi ha)|a continuació|aquest[as]? (?:és|són)|tot seguit',
    thing:
      'narració|locució|guió|escena|versió|text|títol|descripció|línia|frase|resposta|resultat|esborrany|traducció|paràgraf|llista|reescriptura|proposta|json',
    offer: "digue'm|fes-m'ho saber|feu-m'ho saber|avisa'm|si (?:vols|voleu|necessit|desitg).{0,60}(?:puc|digue|avisa)",
    remark: 'espero que|vols que|també puc|nota:|nombre de paraules',
    answer: '(?:resposta|versió|narració) (?:final|definitiva|revisada)|resposta|resultat|text final',
    draft: 'esborrany|primera versió',
    option: 'opció|versió|alternativa|proposta',
  },
};
