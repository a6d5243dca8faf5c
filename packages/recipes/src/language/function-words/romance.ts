import { marks, type LanguageMarks } from './marks.ts';

/** Romance languages. */
export const romanceWords: Readonly<Record<string, LanguageMarks>> = {
  es: marks(
    'el la los las de que y en un una por con para del se no es lo al su como cómo qué más pero sus le ya o este esta esto sí porque cuando muy sin sobre también me hasta hay donde quien desde todo nos son ser tu si cada mejor hacer funciona mi mis tus mejores peor todos toda entre contra hacia cuál cuánto está están vale nuestro nuestra así nada',
    /[ñ¿¡]/,
  ),
  pt: marks(
    'o a os as de que e do da dos das em um uma para com não no na nos nas por se é ao mais como mas foi ele ela seu sua ou quando muito já eu também só pelo pela até isso porque você está são ser fazer tem cada qual melhor funciona meu minha meus minhas teu tua melhores tudo todo entre contra sem vale nosso nossa assim nada pelos pelas num numa',
    /[ãõ]/,
  ),
  gl: marks(
    'o a os as de do da dos das en no na nos nas un unha uns unhas dun dunha nun nunha por para polo pola polos polas con sen que e é non máis pero como cando onde quen cal porque ao aos á ás se xa moi tamén ata sobre entre este esta isto iso eu ti el ela teu túa seu súa meu miña todo todos cada mellor mellores facer pode ser son está están foi ten teñen funciona',
  ),
  ca: marks(
    "el la els les de del dels i en un una uns unes per què amb al als que no és són com quan qui on més però o si ja molt també sense sobre fins entre aquest aquesta aquests això et em es ens us ho li hi tot tots tota totes meu meva teu teva seu seva fer cada millor millors pot va ser està estan des pel pels d'un d'una l'home funciona",
    /·/,
  ),
  fr: marks(
    "le la les de des du un une et est en que qui dans pour pas sur au aux avec ce cette ces il elle on nous vous ils je tu se sa son ses plus par ne ou où mais comment pourquoi quand quoi être fait faire c'est d'un d'une l'eau qu'il votre vos leur sont tout très sans fonctionne mon ma mes ton ta tes meilleur meilleurs meilleure tous toute toutes entre contre sous chez cher faut peut qu'on soi",
    /[œ]/,
  ),
  it: marks(
    "il lo la i gli le di che e è un una in per con non del della dei delle nel nella al alla da si sono come cosa perché quando più ma o se ci anche questo questa suo sua quello ha hanno essere fare ogni dell'acqua l'acqua un'altra tutto molto dove chi ti tuo funziona mio mia miei mie tuoi tua migliori migliore tutti tutte senza contro tra fra vale fa nulla così dalle dai dal degli sul sulla nei",
  ),
  ro: marks(
    'și de la în a cu pe nu este o un că să din pentru care ce cum când mai sau dar sunt fost prin le se al ale unei unui ca fi are acest această tot meu mea mei mele tău ta bun bune bună cele cea toate fără contra între despre face făcut merită in si sa fara',
    /[țșă]/,
  ),
};
