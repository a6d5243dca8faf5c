import type { CategoryWords } from './category-words.ts';

const indonesian: CategoryWords = {
  '1': 'film* bioskop sutradara aktor aktris animasi anime',
  '2': 'mobil motor_bekas sepeda_motor kendaraan* otomotif ban truk',
  '10': 'musik* lagu* gitar* piano* album penyanyi* konser* rapper*',
  '15': 'kucing* anjing* hewan* peliharaan burung* akuarium hamster*',
  '17': 'sepak_bola basket tenis maraton* olimpiade atlet* gym latihan olahraga* liga badminton',
  '19': 'wisata* liburan* hotel* turis* perjalanan pantai bandara pendakian itinerary backpacker*',
  '20': 'gameplay minecraft fortnite playstation xbox nintendo game gamer* konsol mobile_legends',
  '22': 'vlog* diari hidupku keseharian hubungan keluarga persahabatan rutinitas*',
  '23': 'komedi* lucu* parodi* humor prank* lawak*',
  '25': 'pemilu pemerintah* presiden* politik* berita menteri* parlemen dpr',
  '26': 'resep* masak* memasak roti kue makeup fashion kerajinan tutorial* langkah_demi_langkah berkebun tomat rajut kopi espresso rambut',
  '27': 'sejarah* matematika* dinasti* kaisar* kerajaan* perang* filsafat* ekonomi* inflasi tata_bahasa psikologi* sastra* geografi* belajar teori_permainan',
  '28': 'headphone* earphone* hp ponsel* smartphone* komputer* laptop* software pemrograman kecerdasan_buatan robot* teknologi* fisika* kimia* biologi* kuantum planet* luar_angkasa pompa_panas baterai*',
};

/** What subjects are recognised by in Indonesian, Malay and Vietnamese. */
export const southEastern: Readonly<Record<string, CategoryWords>> = {
  id: indonesian,
  // Malay has most of these words of Indonesian.
  ms: indonesian,
  vi: {
    '1': 'phim điện_ảnh đạo_diễn diễn_viên kịch_bản hoạt_hình anime',
    '2': 'xe_hơi ô_tô xe_máy động_cơ lốp_xe xe_tải',
    '10': 'âm_nhạc bài_hát ca_sĩ guitar piano album hòa_nhạc rapper',
    '15': 'mèo chó thú_cưng cún chim bể_cá thú_y động_vật',
    '17': 'bóng_đá bóng_rổ quần_vợt marathon olympic vận_động_viên tập_gym bài_tập thể_thao bàn_thắng chung_kết world_cup trận_đấu đội_bóng thủ_môn',
    '19': 'du_lịch kỳ_nghỉ khách_sạn chuyến_bay bãi_biển sân_bay cung_đường trekking',
    '20': 'gameplay minecraft fortnite playstation xbox nintendo trò_chơi_điện_tử game_thủ liên_quân',
    '22': 'vlog nhật_ký cuộc_sống_của_tôi tình_yêu gia_đình tình_bạn thói_quen',
    '23': 'hài_kịch hài_hước chuyện_cười chơi_khăm tiểu_phẩm',
    '25': 'bầu_cử chính_phủ tổng_thống chính_trị tin_tức bộ_trưởng quốc_hội',
    '26': 'công_thức nấu_ăn cách_làm_bánh bánh_mì trang_điểm thời_trang đồ_handmade từng_bước làm_vườn trồng cà_phê espresso kiểu_tóc nấu món_ăn nước_dùng gia_vị phở bún mẹo_vặt',
    '27': 'lịch_sử toán_học triều_đại nhà_nguyễn hoàng_đế chiến_tranh triết_học kinh_tế lạm_phát ngữ_pháp tâm_lý văn_học địa_lý lý_thuyết_trò_chơi',
    '28': 'tai_nghe điện_thoại máy_tính laptop phần_mềm lập_trình trí_tuệ_nhân_tạo robot công_nghệ vật_lý hóa_học sinh_học lượng_tử hành_tinh vũ_trụ máy_bơm_nhiệt pin',
  },
};
