import type { ChatWords } from './chat-words.ts';

/** What stands around an answer in Germanic languages. */
export const germanic: Readonly<Record<string, ChatWords>> = {
  en: {
    assent:
      'sure(?: thing)?|certainly|of course|absolutely|got it|no problem|understood|okay|ok|great|alright|gladly|happy to help|with pleasure',
    here: "here(?:'s| is| are| you go| it is)|below (?:is|are)|this is|the following is|i(?:'ve| have) (?:written|re-?written|revised|created|prepared|made|drafted|reworked|shortened|expanded|tightened|updated|adjusted|edited|polished)|as requested|let me (?:re-?write|revise|rephrase|tighten|shorten|rework|try)",
    thing:
      'narration|voice-?over|script|scene|version|rewrite|revision|text|title|description|caption|hook|line|draft|answer|response|output|translation|paragraph|list|outline|metadata|headline|json|sentence|alternative|option|suggestion',
    offer:
      "let me know (?:if|whether|should|how|what) .{0,60}(?:change|adjust|revis|tweak|edit|version|else|help|modif|improv|like me|prefer|different|differently|shorter|longer|another|works|questions)|feel free to (?:ask|adjust|edit|reach|modify|change|tweak|let me)|would you like (?:me to|another|a different|any changes)|do you want me to|want me to (?:change|adjust|write|make|try)|is there anything else|if you(?:'d like| need| want| have).{0,60}(?:let me know|just (?:ask|say)|i can|i'm happy)",
    remark:
      "(?:i )?hope (?:this|that|it) (?:helps|works|meets|fits|is)|(?:i'm )?happy to (?:adjust|revise|help|make|tweak)|i can also (?:write|make|adjust|provide|create)|(?:please )?note that i|(?:this|the) (?:version|rewrite|revision|narration|scene) (?:keeps|is|has|stays|uses|runs)|i (?:kept|made|changed|removed|replaced|avoided|focused|aimed)\\b|note:|enjoy\\b|happy (?:filming|recording|creating)|word count|(?:length|words):|changes(?: made)?:|explanation:|what (?:i )?changed:|reason(?:ing)?:",
    answer:
      '(?:final |my |revised |rewritten )?(?:answer|response|reply|output|result)|final (?:version|narration|script|text|draft|scene|title|json)|(?:revised|rewritten|polished|improved|corrected|updated)(?: (?:version|narration|script|text|scene))?',
    draft:
      '(?:first |rough |initial |my )?draft|first (?:version|attempt|try)|initial version|rough version|attempt \\d|original',
    option: 'option|version|variant|variation|alternative|choice|suggestion|take|rewrite|rendition',
  },
  de: {
    assent: 'klar|natürlich|gerne?|selbstverständlich|sicher|okay|ok|alles klar|verstanden|kein problem|mit vergnügen',
    here: 'hier (?:ist|sind|kommt|die|der|das|hast|haben|eine?)|anbei|nachfolgend|im folgenden|das ist',
    thing:
      'erzähl|sprechtext|sprechertext|skript|drehbuch|szene|version|fassung|überarbeit|umformulier|text|titel|beschreibung|zeile|satz|antwort|ergebnis|entwurf|übersetzung|vorschl|liste|absatz|narration|überschrift|json',
    offer:
      '(?:sag|gib)(?:en sie)? (?:gerne? |einfach )?bescheid|(?:sag|lass|gib|geben|lassen|sagen|teile?n?)(?: sie)? (?:mir|mich|es mich).{0,60}(?:wissen|bescheid|änder|anpass|wünsch|brauch|möcht|soll)|(?:möchtest|willst) du,? dass ich|möchten sie,? dass ich|falls du|falls sie|wenn (?:du|sie) .{0,60}(?:möcht|brauch|wünsch|änder|anpass)',
    remark:
      'ich hoffe,? (?:das|dies|es|die)|soll ich|gerne passe ich|ich (?:habe|kann) (?:die|den|das|auch|gerne?)|hinweis: |hinweis:|anmerkung:|wortanzahl|wörter:|änderungen:|erklärung:|begründung:',
    answer:
      '(?:endgültige |finale |meine )?antwort|ergebnis|(?:endfassung|endversion)|(?:finale|endgültige|überarbeitete|verbesserte) (?:version|fassung|szene)|finaler text',
    draft: 'entwurf|erster entwurf|rohfassung|erste (?:fassung|version)|erster versuch',
    option: 'option|variante|version|alternative|vorschlag|möglichkeit',
  },
  nl: {
    assent: 'natuurlijk|zeker|graag(?: gedaan)?|uiteraard|prima|oké|geen probleem|begrepen|tuurlijk',
    here: 'hier (?:is|zijn|volgt|heb|komt)|hieronder|dit is|bij deze',
    thing:
      'vertel|voice-?over|script|scène|versie|tekst|titel|beschrijving|regel|zin|antwoord|resultaat|concept|vertaling|alinea|lijst|herschreven|voorstel|json',
    offer:
      'laat (?:het )?(?:me|mij) (?:het )?(?:weten|maar)|wil je dat ik|wilt u dat ik|als (?:je|u) .{0,60}(?:wilt|wil|nodig|aanpass|wijzig)',
    remark: 'ik hoop dat|zal ik|voel je vrij|ik kan (?:ook|het)|opmerking:|let op:|aantal woorden',
    answer:
      '(?:eind|definitief |mijn )?antwoord|eindresultaat|resultaat|(?:definitieve|herziene|verbeterde|uiteindelijke) versie|eindversie|definitieve tekst',
    draft: 'concept|kladversie|eerste (?:versie|concept|opzet|poging)',
    option: 'optie|versie|variant|alternatief|voorstel|mogelijkheid',
  },
  sv: {
    assent: 'visst|självklart|absolut|naturligtvis|gärna|javisst|okej|såklart|inga problem',
    here: 'här (?:är|kommer|har)|nedan|detta är|det här är',
    thing:
      'berättar|speaker|manus|scen|version|text|titel|beskrivning|rad|mening|svar|resultat|utkast|översättning|stycke|lista|omskriv|förslag|json',
    offer: 'låt mig veta|vill du att jag|om du (?:vill|behöver|önskar).{0,60}(?:ändr|juster|annan|kan jag|hjälp|säg)',
    remark: 'säg till|hör av dig|jag hoppas|ska jag|jag kan (?:också|även|gärna)|obs:|notera:|antal ord',
    answer:
      '(?:slutligt |mitt )?svar|slutresultat|resultat|(?:slutlig|slutgiltig|reviderad|förbättrad) version|slutversion',
    draft: 'utkast|första (?:utkast|version|försök)(?:et)?|råversion',
    option: 'alternativ|version|variant|förslag',
  },
  da: {
    assent: 'selvfølgelig|naturligvis|gerne|klart|okay|ja da|helt sikkert|intet problem|javist',
    here: 'her (?:er|kommer|har)|nedenfor|dette er|det her er',
    thing:
      'fortæl|speak|manuskript|manus|scene|version|tekst|titel|beskrivelse|linje|sætning|svar|resultat|udkast|oversættelse|afsnit|liste|omskriv|forslag|json',
    offer:
      'lad mig vide|vil du have,? (?:at )?jeg|hvis du (?:vil|ønsker|har brug).{0,60}(?:ændr|juster|anden|kan jeg|hjælp|sig)',
    remark: 'sig til|jeg håber|skal jeg|jeg kan (?:også|gerne)|bemærk:|note:|antal ord',
    answer: '(?:endeligt |mit )?svar|resultat|(?:endelig|færdig|revideret|forbedret) version|endelige? tekst',
    draft: 'udkast|kladde|første (?:udkast|version|forsøg)',
    option: 'mulighed|version|variant|alternativ|forslag',
  },
  no: {
    assent: 'selvfølgelig|naturligvis|gjerne|klart|greit|ok|absolutt|ikke noe problem|javisst',
    here: 'her (?:er|kommer|har)|nedenfor|dette er|det her er',
    thing:
      'fortell|manus|scene|versjon|tekst|tittel|beskrivelse|linje|setning|svar|resultat|utkast|oversettelse|avsnitt|liste|omskriv|forslag|json',
    offer:
      'gi (?:meg )?beskjed|la meg vite|vil du at jeg|hvis du (?:vil|ønsker|trenger).{0,60}(?:endr|juster|annen|kan jeg|hjelp|si)',
    remark: 'si (?:i)?fra|jeg håper|skal jeg|jeg kan (?:også|gjerne)|merk:|merknad:|antall ord',
    answer: '(?:endelig |mitt )?svar|resultat|(?:endelig|ferdig|revidert|forbedret) versjon|endelig tekst',
    draft: 'utkast|kladd|første (?:utkast|versjon|forsøk)',
    option: 'alternativ|versjon|variant|mulighet|forslag',
  },
};
