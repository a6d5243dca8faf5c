import type { Directions } from './directions.ts';

/** Romance languages, as `directions.ts` says. */
export const romance: Readonly<Record<string, Directions>> = {
  es: {
    pairs: [
      'subi,sube,crec,aument,increment,alza|baj,cay,cae,caen,descend,disminu,reduj,reduc,decrec',
      'más$,mayor,superior,encima|menos$,menor,inferior,debajo',
      'gan,venci|perdi,pierd,derrotad',
      'antes$|después$,tras$,luego de',
      'máxim,el mayor,la mayor,mejor$,mejores$|mínim,el menor,la menor,peor$,peores$',
      'abri,abre,reabr,abiert,apertura|cerr,cierr,clausur',
      'permit,autoriz,legaliz,aprob|prohib,vet,rechaz,deneg',
      'empez,empiez,comenz,comienz,inici|termin,acab,finaliz,conclu',
      'logr,consigui,éxito|fracas,fall',
    ],
    denial: 'no$,nunca$,jamás$,tampoco$,ya no',
  },
  fr: {
    pairs: [
      'augment,mont,croît,croiss,crû$,progress,hausse,grimp|baiss,chut,diminu,recul,tomb,décroî,décru,réduit',
      'plus$,supérieur,davantage$,au-dessus|moins$,inférieur,en dessous,au-dessous',
      'gagn,remport,vainc|perd,perdu,défait',
      'avant$,auparavant$|après$,ensuite$',
      'maximum$,le plus,la plus,les plus,meilleur|minimum$,le moins,la moins,les moins,pire$,pires$',
      'ouvr,ouvert,rouvr,ouvre|ferm',
      'permet,permi,autoris,légalis,approuv,accept|interdi,prohib,refus,rejet',
      'commenc,début,démarr|termin,fini$,finit$,achev,cess',
      'réuss,succès|échou,échec,rat',
    ],
    denial: "pas$,jamais$,ne plus,n'a plus,aucun,sans$",
  },
  it: {
    pairs: [
      'aument,sal,crebbe,cresc,cresciut,rialz|cal,diminu,scend,sces,crollat,crollò,ridott,ridusse,cadut',
      'più$,maggior,superior,sopra$|meno$,minor,inferior,sotto$',
      'vinse,vinc,vint,vittori|perse$,perd,pers,sconfitt',
      'prima$|dopo$',
      'massim,il più,la più,migliore$,migliori$|minim,il meno,la meno,peggiore$,peggiori$',
      'apr,apert,riapr,riapert|chius,chiud,chiuse',
      'permett,permess,autorizz,legalizz,approvat,accettat|viet,proibi,respint,rifiutat',
      'inizi,cominc|fin,termin,conclus,cess',
      'riusci,successo$|falli,fallit',
    ],
    denial: 'non$,mai$,nessun',
  },
  pt: {
    pairs: [
      'subi,sobe,cresc,aument,alta$|cai,caem,caiu,caíram,baix,diminu,reduz,queda',
      'mais$,maior,superior,acima$|menos$,menor,inferior,abaixo$',
      'ganh,venc|perd,perdeu,derrotad',
      'antes$|depois$,após$',
      'máxim,o maior,a maior,melhor$,melhores$|mínim,o menor,a menor,pior$,piores$',
      'abri,abre,reabr,abert|fech,encerr',
      'permit,autoriz,legaliz,aprov|proib,vet,rejeit,recus',
      'começ,inici|termin,acab,conclu',
      'consegui,sucesso|fracass,falh',
    ],
    denial: 'não$,nunca$,jamais$,nem$',
  },
  ca: {
    pairs: [
      'puj,augment,créix,crei,creix|baix,caig,caigu,disminu,descend',
      'més$,major|menys$,menor',
      'guany|perd,perdé',
      'abans$|després$',
      'màxim,millor|mínim,pitjor',
      'obr,obert|tanc',
      'permet,permès,aprov|prohib,rebutj',
      'començ,inici|acab,finalitz',
      'aconsegu|fracass',
    ],
    denial: 'no$,mai$',
  },
  ro: {
    pairs: [
      'crescut,crește,creșt,urcat,majorat|scăzut,scade,scăd,coborât,redus,diminuat',
      'mai mult,peste$,mai mare,superior|mai puțin,sub$,mai mic,inferior',
      'câștig,învins|pierd,pierdut',
      'înainte$|după$',
      'cel mai mare,cea mai mare,maxim,cel mai bun|cel mai mic,cea mai mică,minim,cel mai rău',
      'deschi,redeschi|închi',
      'permi,autoriz,legaliz,aprob|interzi,interzis,respin',
      'început,începe,începu|terminat,încheiat,sfârșit',
      'reuși,succes|eșua,eșuat,eșec',
    ],
    denial: 'nu$,niciodată$,n-a',
  },
};
