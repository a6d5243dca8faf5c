import type { CategoryWords } from './category-words.ts';

/** What subjects are recognised by in Turkish. */
export const turkish: Readonly<Record<string, CategoryWords>> = {
  tr: {
    '1': 'film* sinema* yönetmen* oyuncu* senaryo* animasyon* anime fragman',
    '2': 'araba* otomobil* motosiklet* motor* araç* lastik* kamyon*',
    '10': 'müzik* şarkı* gitar* piyano* albüm* konser* rapçi*',
    '15': 'kedi* köpek* yavru* evcil hayvan* kuş kuşlar akvaryum veteriner* hamster',
    '17': 'futbol* basketbol* tenis* maraton* olimpiyat* sporcu* spor antrenman* şampiyona* egzersiz* gol derbi penaltı milli_takım şampiyon* kaleci dünya_kupası',
    '19': 'seyahat* gezi* tatil* otel* turis* uçak* uçuş plaj* havaalanı rota* yürüyüş_rotaları',
    '20': 'oyun_konsolu oynanış minecraft fortnite playstation xbox nintendo video_oyun* oyuncular speedrun',
    '22': 'vlog* günlük hayatım bir_günüm ilişki* aile* arkadaşlık sabah_rutin*',
    '23': 'komedi* şaka* parodi* mizah komik* skeç*',
    '25': 'seçim* hükümet* cumhurbaşkan* siyaset* politik* haber* bakan* meclis',
    '26': 'tarif* yemek* pişir* ekmek kek makyaj moda el_işi adım_adım bahçe* domates* örgü dikiş kahve espresso saç_model*',
    '27': 'tarih* matematik* hanedan* imparator* osmanlı* savaş* felsefe* ekonomi* enflasyon dilbilgisi psikoloji* edebiyat* coğrafya öğren* ortaçağ oyun_teorisi',
    '28': 'kulaklık* telefon* bilgisayar* laptop* yazılım* programlama yapay_zek* robot* teknoloji* fizik* kimya* biyoloji* kuantum gezegen* uzay* ısı_pompası güneş_enerji* pil batarya*',
  },
};
