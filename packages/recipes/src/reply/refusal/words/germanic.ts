import type { RefusalWords } from './refusal-words.ts';

/** How a no is said in Germanic languages. */
export const germanic: Readonly<Record<string, RefusalWords>> = {
  en: {
    marks:
      "outside|beyond|off[- ]limits|blocked|unavailable|say no|no can do|n't|not |cannot|unable|declin|refus|denied|reject|against|violat|pass on|inappropriate",
    cannot:
      "(?:i|we)(?:'m| am|'d| would|'ll| will)?(?: \\w+){0,3}? ?(?:can't|cannot|can not|won't|will not|unable|not able|not allowed|not permitted|not comfortable|uncomfortable|not going to|not willing|unwilling|not designed|not programmed|decline|refuse|don't feel|do not feel|don't think|do not think|rather not|prefer not|shouldn't|should not|not be able|not something)|unable to|not able to|(?:that|this|it)(?:'s| is) not something|^(?:sorry,? )?(?:can't|cannot)",
    help: 'help(?:ing)? (?:you )?(?:with|in|create|write|mak|produc|generat|by|to)|(?:help|assist)(?:ing)?(?: you)?(?= ?(?:[.!,;]|$|there|here|further|today))|assist (?:you )?(?:with|in|by)|comply|fulfil|accommodate|be of (?:help|assistance)|engage (?:with|in)|proceed with (?:this|that|your)|continue with (?:this|that|your) (?:request|topic|conversation)|do (?:that|this|so)(?= ?(?:[.!,;]|$|for you))|(?:answer|discuss|support|respond to) (?:that|this|your|such)|talk about (?:that|this)',
    make: 'creat|writ|generat|produc|provid|mak|shar|offer|draft|compos|complet|deliver|giv|assist|cover',
    object:
      '(?:this|that|these|such|the|any|your|an?) (?:[\\w-]+ ){0,2}(?:request|content|topic|script|material|narration|instructions|metadata|prompt|video|piece)\\w*(?! without)|(?:content|material)(?= ?(?:[.!,;]|$|on|about|for|of|that|related|involving))|(?:this|that|it|one)(?= ?(?:[.!,;]|$|for you))|about (?:this|that|such)|instructions',
    outright:
      "(?:this|that|it|(?:this|that|your|the) (?:request|topic|subject|content|one|script)) (?:falls|lies|is|goes|sits) (?:well )?(?:outside|beyond) (?:of )?(?:what i(?: can|'m| am)|my (?:scope|limits|remit|abilities|capabilities|boundaries)|the (?:scope|bounds|limits) of what i)|i(?:'m| am) going to have to (?:say no|decline|pass)|have to say no to (?:this|that)|(?:isn't|is not|'s not|not) something (?:that )?(?:i'm|i am|i) (?:able|willing|can|comfortable|allowed)|not an? (?:topic|subject|request) (?:that )?i (?:can|will|am)|off[- ]limits for me|^sorry,? no can do|as an? (?:\\w+ )?(?:ai|assistant|language model)[^.]{0,30},? i (?:don't|do not|can't|cannot|won't|will not)|(?:blocked by|unavailable due to) (?:our |my |the )?(?:\\w+ )?(?:policy|policies|filter|guidelines)|respectfully,? (?:i )?(?:must )?decline|(?:goes|is|would be|falls|are) (?:against|outside)(?: of)? (?:my|our|the) (?:\\w+ )?(?:guideline|polic|principle|rule|value|capabilit|scope)|violates? (?:my|our|the|\\w+'s) (?:\\w+ )?(?:guideline|polic|rule)|(?:my|our) (?:\\w+ )?(?:guidelines|policies|policy|programming) (?:do(?:es)?n't|do(?:es)? not|prevents?|prohibits?|won't|forbids?)|(?:i|we) (?:must|have to|need to|will have to)(?: \\w+){0,2} (?:decline|refuse)(?= ?(?:[.!,;]|$|this|that|your|to (?:write|create|help|produce|generate|answer|assist)))|i(?:'ll| will)? (?:\\w+ )?(?:decline|refuse) (?:this|that|your|to (?:write|create|help|produce|generate|answer|assist))|i(?:'d| would) (?:rather|prefer) not(?: \\w+ (?:this|that|it))?(?=[.!,;]|$)|i(?:'ll| will)? have to pass on (?:this|that)|(?:unable|not able) to (?:comply|help|assist|process|fulfil)|can't help(?: you)? with (?:that|this)|request (?:denied|declined|refused|rejected)(?=\\W*$)|(?:request|content|script|topic) (?:can't|cannot) be (?:creat|generat|produc|provid|fulfil|process|complet)|inappropriate for me to",
    beside:
      "sorry|apologi|as an? (?:ai|artificial|language|responsible|assistant)|i'm an? (?:ai|artificial|language)|language model|unfortunately|guideline|polic(?:y|ies)|harm|illegal|unethical|unsafe|dangerous|inappropriate|instead|alternative|happy to|glad to|let me know|feel free|if you(?:'d| would| have| need| want)|(?:different|another|other) (?:topic|subject|request)|something else|respectful|safe|appropriate|understand|thank you|please|can i help|may i help|could i|i can (?:offer|help|suggest|provide)",
    said: 'said|says|replied|replies|answered|told|asked|shouted|whispered|reads',
  },
  de: {
    marks: 'außerhalb|jenseits|über|nicht|kein|ablehn|verstö|verstoß|widerspr|leid',
    cannot:
      '(?:kann|darf|werde|möchte|will|könnte) ich(?: \\S+){0,4}? ?(?:nicht|kein|leider)|ich (?:kann|darf|werde|möchte|will|bin)(?: \\S+){0,6}? ?(?:nicht|keine?n?)|(?:dabei|damit|das|hierbei|dazu) kann ich|nicht in der lage|ich fühle mich nicht|ich lehne|ich muss (?:das |dies |diese \\S+ )?(?:leider )?ablehnen|ich bin nicht (?:befugt|berechtigt|in der lage)',
    help: 'helfen|weiterhelfen|behilflich|unterstützen|nachkommen|dienen|erfüllen|nicht tun|ablehn|wohl dabei|bearbeiten',
    make: 'erstell|schreib|verfass|generier|produzier|lieferen|liefern|anbieten|beantwort|formulier|geben',
    object:
      '(?:dies|solch|jen|dein|ihr)\\S* (?:\\S+ )?(?:anfrage|bitte|inhalt|thema|text|skript|wunsch|beitrag|aufforderung|anliegen)|inhalte?|dazu|darüber|hierzu|das|dies',
    outright:
      '(?:das|dies|diese anfrage|dieses thema|ihre anfrage|deine anfrage) (?:liegt|ist|fällt|geht|übersteigt|überschreitet) (?:außerhalb|jenseits|über|meine)\\S* (?:dessen|meiner|meine|möglichkeiten|grenzen|das hinaus)|(?:dabei|daran) (?:möchte|werde|kann) ich (?:\\S+ )?nicht mitwirken|(?:dieses thema|diese themen|diesen inhalt|diese inhalte|diese anfrage|diesen wunsch|das|so etwas) (?:möchte|werde|kann|will|darf) ich (?:\\S+ ){0,2}nicht (?:behandeln|bearbeiten|erstellen|beantworten|umsetzen|aufgreifen|erfüllen|verfassen)|(?:darüber|dazu) schreibe ich (?:\\S+ )?nicht|solche (?:inhalte|texte) (?:erstelle|schreibe|verfasse) ich (?:\\S+ )?nicht|tut mir leid,? (?:aber )?(?:ich kann|dabei kann ich|das kann ich|da kann ich|damit kann ich)|(?:verstößt|verstoßen) gegen (?:meine|unsere|die) (?:\\S+ )?(?:richtlinien|nutzungs|grundsätze|regeln)|widerspricht (?:meinen|unseren|den) (?:richtlinien|grundsätzen)|ich muss (?:\\S+ ){0,3}ablehnen',
    beside:
      'leid|entschuldig|leider|als (?:ki|sprachmodell|assistent)|sprachmodell|richtlinie|schädlich|illegal|gefährlich|unangemessen|stattdessen|alternativ|gerne|gern|wenn (?:du|sie)|falls (?:du|sie)|ander(?:es|en|e) thema|verständnis|sicher',
    said: 'sagt|antwortet|rief|fragt|flüstert|steht auf',
  },
  nl: {
    marks: 'buiten|boven|niet|geen|weiger|afwijz|strijd|tegen|kan ik',
    cannot:
      '(?:kan|mag|wil|zal) ik(?: \\S+){0,4}? ?(?:niet|geen)|ik (?:kan|mag|wil|zal|ben|voel)(?: \\S+){0,5}? ?(?:niet|geen)|ik moet (?:\\S+ ){0,3}(?:weigeren|afwijzen)|ik weiger|niet in staat|daar kan ik|ik ga (?:dit|dat|hier)?\\s?niet',
    help: 'help|bijstaan|voldoen|assister|van dienst|uitvoeren|weiger|afwijzen|op mijn gemak|doen(?=[.!]|$)|tegemoet|meewerken',
    make: 'schrijv|schrijf|maken|maak|creëren|genereren|produceren|leveren|opstellen|geven|beantwoorden',
    object:
      '(?:dit|deze|dat|die|zo\\S*|je|uw)\\s(?:\\S+ )?(?:verzoek|inhoud|onderwerp|tekst|script|vraag|soort|content|video)|inhoud|content|(?:hier|daar)(?:over|mee|bij|aan)|(?:dit|dat)(?= (?:niet|schrijven|maken)|[.,!]|$)',
    outright:
      '(?:dit|dat|deze vraag|dit verzoek|dit onderwerp) (?:valt|ligt|gaat) (?:buiten|te boven) (?:wat ik|mijn|de grenzen)|(?:daar|hier) schrijf ik (?:liever )?niet over|(?:in strijd met|gaat in tegen|strijdig met) (?:mijn|onze|de) (?:richtlijnen|beleid|regels|principes)|ik moet (?:\\S+ ){0,3}weigeren|sorry,? (?:maar )?(?:ik kan|daar kan ik|dat kan ik|hier kan ik)(?: \\S+){0,4} niet (?:help|mee)',
    beside:
      'sorry|spijt|excuses|helaas|als (?:ai|taalmodel|assistent)|taalmodel|richtlijn|beleid|schadelijk|illegaal|gevaarlijk|ongepast|in plaats daarvan|alternatief|graag|als (?:je|u)|ander onderwerp|iets anders|begrip',
    said: 'zei|zegt|antwoord(?:de|t)|riep|vroeg',
  },
  sv: {
    marks: 'utanför|överskrid|inte|avböj|avstå|neka|strid|bryt|tyvärr',
    cannot:
      '(?:jag|vi) (?:kan|får|vill|kommer|är|känner|bör)(?: \\S+){0,3}? ?(?:inte|tyvärr)|kan (?:jag|vi)(?: \\S+){0,3}? ?inte|jag måste (?:\\S+ )?(?:avböja|avstå|neka)|jag avböjer',
    help: 'hjälp|bistå|uppfylla|tillmötesgå|avböja|avstå|bekväm|göra det|assistera',
    make: 'skriv|skap|generer|producer|tillhandahåll|ta fram|erbjud|svara|ge(?=\\s)',
    object:
      '(?:det|den|detta|denna|sådan\\S*|din)\\s?(?:\\S+ )?(?:begäran|förfrågan|innehåll|ämne|text|manus|typ|video)|innehåll|om (?:det|detta)|(?:det|detta)(?=[.,!]|$)',
    outright:
      '(?:det|detta|den här begäran|ämnet) (?:ligger|faller|går) utanför (?:vad jag|mina|mitt)|(?:det|detta|ämnet) överskrider mina|strider mot (?:mina|våra) (?:riktlinjer|regler|principer)|bryter mot (?:mina|våra) (?:riktlinjer|regler)|(?:tyvärr|förlåt|ledsen),? (?:men )?(?:jag )?kan (?:jag )?inte hjälpa',
    beside:
      'ledsen|förlåt|ursäkta|beklagar|tyvärr|som (?:en )?(?:ai|språkmodell|assistent)|språkmodell|riktlinj|skadlig|olaglig|farlig|olämplig|i stället|istället|alternativ|gärna|om du|annat ämne|något annat',
    said: 'sade|sa|säger|svarade|ropade|frågade',
  },
  da: {
    marks: 'uden for|ikke|afvis|afslå|mod|bryd|desværre',
    cannot:
      '(?:jeg|vi) (?:kan|må|vil|er|føler)(?: \\S+){0,4}? ?(?:ikke|desværre)|kan (?:jeg|vi)(?: \\S+){0,4}? ?ikke|jeg (?:må|bliver nødt til at) (?:\\S+ )?(?:afvise|afslå)|jeg afviser',
    help: 'hjælp|bistå|imødekomme|opfylde|efterkomme|afvise|afslå|tryg ved|gøre det|assistere',
    make: 'skriv|skab|lav|generer|producer|levere|tilbyde|udarbejd|svare|give',
    object:
      '(?:det|den|denne|dette|sådan\\S*|din)\\s?(?:\\S+ )?(?:anmodning|forespørgsel|indhold|emne|tekst|manuskript|slags|video)|indhold|om (?:det|dette)|(?:det|dette)(?=[.,!]|$)',
    outright:
      '(?:det|dette|emnet|denne anmodning) (?:ligger|falder) uden for (?:hvad jeg|mine|det jeg)|(?:strider|er) (?:i)?mod (?:mine|vores) (?:retningslinjer|regler|principper)|bryder (?:mine|vores) (?:retningslinjer|regler)|(?:beklager|desværre|undskyld),? (?:men )?(?:jeg )?kan (?:jeg )?ikke hjælpe',
    beside:
      'beklager|undskyld|desværre|som (?:en )?(?:ai|sprogmodel|assistent)|sprogmodel|retningslinj|skadelig|ulovlig|farlig|upassende|i stedet|alternativ|gerne|hvis du|andet emne|noget andet',
    said: 'sagde|siger|svarede|råbte|spurgte',
  },
  no: {
    marks: 'utenfor|ikke|avslå|avvis|nei|mot|bryt|dessverre',
    cannot:
      '(?:jeg|vi) (?:kan|får|vil|er|føler)(?: \\S+){0,4}? ?(?:ikke|dessverre)|kan (?:jeg|vi)(?: \\S+){0,4}? ?ikke|jeg må (?:\\S+ )?(?:avslå|avvise|takke nei)|jeg avslår',
    help: 'hjelp|bistå|imøtekomme|oppfylle|etterkomme|avslå|avvise|komfortabel|gjøre det|assistere|takke nei',
    make: 'skriv|skap|lag|generer|produser|levere|tilby|utarbeid|svare|gi(?=\\s)',
    object:
      '(?:det|den|denne|dette|slik\\S*|din)\\s?(?:\\S+ )?(?:forespørselen|forespørsel|innhold|emne|tekst|manus|type|video)|innhold|om (?:det|dette)|(?:det|dette)(?=[.,!]|$)',
    outright:
      '(?:det|dette|emnet|denne forespørselen) (?:ligger|faller|er) utenfor (?:hva jeg|mine|det jeg)|(?:strider|er) mot (?:mine|våre) (?:retningslinjer|regler|prinsipper)|bryter (?:mine|våre|med mine) (?:retningslinjer|regler)|(?:beklager|dessverre),? (?:men )?(?:jeg )?kan (?:jeg )?ikke hjelpe',
    beside:
      'beklager|unnskyld|dessverre|som (?:en )?(?:ki|ai|språkmodell|assistent)|språkmodell|retningslinj|skadelig|ulovlig|farlig|upassende|i stedet|alternativ|gjerne|hvis du|annet tema|noe annet',
    said: 'sa|sier|svarte|ropte|spurte',
  },
};
