import type { StageWords } from './stage-words.ts';

export const romance: Readonly<Record<string, StageWords>> = {
  es: {
    speakers:
      'locutor(?:a)?|narrador(?:a)?|presentador(?:a)?|voz(?: en off)?(?: femenina| masculina| de (?:mujer|hombre))?|anfitri(?:ón|ona)|invitad[oa]|entrevistador(?:a)?|reporter[oa]|conductor(?:a)?|moderador(?:a)?|hombre|mujer',
    sections: 'escena|introducción|gancho|cierre|apertura|llamad[oa] a la acción|desarrollo|despedida',
    lines:
      'visual(?:es)?|imagen|imágenes|texto en pantalla|en pantalla|rótulo|música(?: de fondo)?|sonido|efectos? de sonido|cámara|plano|toma|transición|corte|acotación|lugar',
    subjects: 'imagen|imágenes|rótulo|música|sonido|cámara|plano|toma|transición|corte|lugar',
    cues: 'r[ií]sas?|ríe(?:n|ndo)?|riendo|se ríe|risita|suspir(?:a|an|ando|o)|pausa|susurr(?:a|an|ando|o)|aplausos?|aplaude|tos(?:e|iendo)?|carraspea|solloza|llora(?:ndo)?|sonr[ií]e(?:ndo)?|asiente|guiña|respira (?:hondo|profundo)|redoble(?: de tambores)?|vítores|silencio|grita(?:ndo)?|gesticula',
    sounds: 'música|sonido|ruido|música de fondo|canta|timbre',
    shots:
      'corte a|cortar a|la cámara|cámara (?:se|hace|enfoca|muestra)|primer(?:ísimo)? plano|plano (?:general|medio|detalle)|fundido (?:a|de)|se (?:ve|ven|oye|oyen|escucha|muestra)|suena(?:n)?|aparece (?:el |un )?texto|texto en pantalla|efecto de sonido|sonido de|música (?:alegre|suave|dramática|tranquila|de fondo|de suspenso|animada|épica)(?: (?:suena|de fondo))?',
    blanks:
      'canal|nombre|tu|su|enlace|link|url|sitio|web|marca|producto|empresa|fecha|ciudad|lugar|tema|número|cantidad|precio|título|usuario|correo',
    inserts: 'insert(?:a|ar|e)|inserta|agreg(?:a|ar|ue)|añad(?:e|ir|a)|escrib(?:e|ir|a)|pon|completa|aquí',
  },
  fr: {
    speakers:
      'narrat(?:eur|rice)|présentat(?:eur|rice)|voix(?: off)?(?: féminine| masculine| de femme| d.homme)?|animat(?:eur|rice)|invitée?|intervieweu(?:r|se)|hôte(?:sse)?|reporter|homme|femme|locut(?:eur|rice)',
    sections: "scène|introduction|accroche|ouverture|clôture|appel à l['’]action|développement",
    lines:
      "visuels?|image|texte (?:à|sur) l['’]écran|à l['’]écran|incrustation|musique(?: de fond)?|son|effets? sonores?|bruitages?|caméra|plan|transition|didascalie|lieu",
    subjects: 'image|musique|son|bruitages?|caméra|plan|transition|lieu',
    cues: "rires?|rit|rient|riant|en riant|glousse|soupirs?|soupire|pause|chuchot(?:e|ant|ement)|murmure|applaudissements?|applaudit|tousse|se racle la gorge|sanglote|pleure|souri(?:t|ant)|hoche la tête|clin d['’]œil|respire (?:profondément|à fond)|roulement de tambour|acclamations|silence|crie",
    sounds: 'musique|son|bruit|musique de fond|chante|sonnerie',
    shots:
      "coupe (?:sur|à|vers)|la caméra|caméra (?:zoome|montre|suit)|gros plan|plan (?:large|moyen|serré|d['’]ensemble)|fondu (?:au|en|enchaîné)|on (?:voit|entend)|le texte apparaît|bruit d[e'’]|son d[e'’]|musique (?:joyeuse|douce|dramatique|entraînante|calme|de fond|épique|de suspense)|la musique",
    blanks:
      'chaîne|nom|votre|ton|lien|url|site|marque|produit|entreprise|société|date|ville|lieu|sujet|nombre|montant|prix|titre|pseudo',
    inserts: 'insér(?:er|ez)|insère|ajout(?:er|ez|e)|écri(?:re|vez|s)|compléte[rz]|ici|votre',
  },
  it: {
    speakers:
      'narrat(?:ore|rice)|voce(?: fuori campo| narrante)?(?: femminile| maschile)?|presentat(?:ore|rice)|conduttore|conduttrice|ospite|intervistat(?:ore|rice)|speaker|uomo|donna|relat(?:ore|rice)',
    sections: "scena|introduzione|gancio|apertura|chiusura|invito all['’]azione",
    lines:
      'immagin[ei]|visual(?:e|i)?|testo (?:a|sullo) schermo|a schermo|sovrimpressione|musica(?: di sottofondo)?|suon[oi]|effett[oi] sonor[oi]|telecamera|inquadratura|transizione|luogo',
    subjects: 'immagin[ei]|musica|suon[oi]|telecamera|inquadratura|transizione|luogo',
    cues: "rid(?:e|ono|endo)|risat[ae]|ridacchia|sospir(?:a|ano|ando|o)|pausa|sussurr(?:a|ando|o)|applaus[oi]|applaude|tossisce|si schiarisce la voce|singhiozza|piange|sorrid(?:e|endo)|annuisce|strizza l['’]occhio|respira profondamente|rullo di tamburi|silenzio|grida|urla",
    sounds: 'musica|suono|rumore|musica di sottofondo|canta',
    shots:
      'stacco (?:su|a)|la telecamera|primo piano|primissimo piano|campo lungo|dissolvenza|si (?:vede|vedono|sente|sentono)|appare il testo|suono di|rumore di|musica (?:allegra|dolce|drammatica|tranquilla|di sottofondo|incalzante|epica)|parte la musica',
    blanks:
      'canale|nome|tuo|tua|vostro|link|url|sito|marca|marchio|prodotto|azienda|data|città|luogo|argomento|tema|numero|importo|prezzo|titolo',
    inserts: 'inserisci|inserire|aggiung(?:i|ere)|scriv(?:i|ere)|completa|qui|il tuo|la tua',
  },
  pt: {
    speakers:
      'locutor(?:a)?|narrador(?:a)?|apresentador(?:a)?|voz(?: off| em off)?(?: feminina| masculina)?|anfitri(?:ão|ã)|convidad[oa]|entrevistador(?:a)?|repórter|homem|mulher',
    sections: 'cena|introdução|gancho|abertura|encerramento|chamada para (?:a )?ação|desenvolvimento',
    lines:
      'visual|imagem|imagens|texto na tela|texto no ecrã|na tela|música(?: de fundo)?|som|efeitos? (?:sonoros?|de som)|câmera|câmara|plano|transição|corte|local',
    subjects: 'imagem|imagens|música|som|câmera|câmara|plano|transição|corte|local',
    cues: 'risos?|risadas?|ri|rindo|riem|gargalhadas?|suspir(?:a|am|ando|o)|pausa|sussurr(?:a|ando|o)|aplausos?|aplaude|tosse|tossindo|pigarreia|soluça|chora(?:ndo)?|sorri(?:ndo)?|acena|pisca|respira fundo|rufar de tambores|silêncio|grita(?:ndo)?',
    sounds: 'música|som|ruído|barulho|música de fundo|canta',
    shots:
      'corta para|corte para|a câm[ea]ra|câm[ea]ra (?:foca|mostra|se)|close(?:-up)? (?:em|no|na|de)|primeiro plano|plano (?:geral|médio|detalhe)|fade (?:in|out)|(?:vê|ouve)-se|aparece (?:o )?texto|texto na tela|som de|barulho de|toca música|música (?:alegre|suave|dramática|tranquila|animada|de fundo|épica|de suspense)',
    blanks:
      'canal|nome|seu|sua|teu|tua|link|url|site|marca|produto|empresa|data|cidade|local|tema|assunto|número|quantidade|preço|título',
    inserts: 'ins(?:ira|erir|ere)|adicion[ae]r?|escrev(?:a|er)|complet[ae]|aqui|seu|sua',
  },
  ro: {
    speakers: 'narator|naratoare|prezentator|prezentatoare|crainic|voce(?: din off)?|gazdă|invitat(?:ă)?|reporter',
    sections: 'scena|scenă|introducere|încheiere|îndemn la acțiune',
    lines: 'imagine|vizual|text pe ecran|muzică|sunet|efect sonor|cameră|cadru|tranziție',
    subjects: 'imagine|muzică|sunet|cameră|cadru|tranziție',
    cues: 'râs(?:ete)?|râde|râzând|chicotește|suspin(?:ă)?|oftează|oftat|pauză|șoptește|șoptit|aplauze|tușește|plânge|zâmbe(?:ște|t)|dă din cap|respiră adânc|liniște|tăcere|strigă',
    sounds: 'muzică|sunet|zgomot|muzică de fundal|cântă',
    shots:
      'tăietură la|camera (?:se|arată|face)|prim-?plan|plan (?:general|mediu)|se (?:vede|aude)|sunet de|muzică (?:veselă|lentă|dramatică|de fundal|liniștită)',
    blanks:
      'canal(?:ul(?:ui)?)?|nume(?:le)?|tău|ta|dvs|link|site|marcă|produs|companie|firmă|dată|oraș|subiect|număr|preț|titlu',
    inserts: 'introdu(?:ceți)?|inserează|inserați|adaugă|adăugați|scrie(?:ți)?|aici',
  },
};
