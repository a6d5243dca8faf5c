import type { CategoryWords } from './category-words.ts';

/** What subjects are recognised by in English. */
export const english: Readonly<Record<string, CategoryWords>> = {
  en: {
    '1': 'song_of_ice film* movie* cinema* screenplay* director* actor* actress* animation animated anime trailer hollywood',
    '2': 'car cars engine* motorcycle* vehicle* truck* automotive horsepower gearbox tyre* tires sedan suv driving hybrid electric_car',
    '10': 'music* song songs guitar* piano* album* melod* chord* singer* band concert* lyrics violin* drummer* rapper*',
    '15': 'cat cats dog dogs pupp* kitten* pet pets bird birds aquarium* animal* vet breed* hamster* parrot* wildlife reptile* snake snakes ball_python insect* spider* horse* mammal* zoo zookeeper* butterfl* whale* elephant* fur feather* rabbit*',
    '17': 'football soccer world_cup penalt* goal goals trophy striker* referee* stadium* basketball tennis marathon* olympic* athlete* workout* league goalkeeper* championship* cricket gym sprint* cyclist* fitness derby quarterback touchdown overtime tournament* semi-final* final_score striker midfield* referee rugby hockey boxing',
    '19': 'travel* tour tours island* volcano* temple* street_food sightseeing trip trips vacation* holiday* hotel* itinerar* backpack* tourist* tourism airport* beach* visa city_guide festival* flight flights',
    '20': 'gaming gameplay gamer* minecraft fortnite playstation xbox nintendo esport* speedrun* video_game* boss_fight roblox console multiplayer quest',
    '22': 'vlog* diary my_life day_in_the_life relationship* family friendship* morning_routine dating motivation* storytime',
    '23': 'comed* funny prank* stand-up parod* joke* sketch humor humour satire hilarious stand_up comedian* punchline*',
    '25': 'election* parliament government* president* politic* breaking_news minister* senate congress ceasefire sanction* referendum campaign voters',
    '26': 'recipe* diy cook* bake baking makeup fashion tutorial* step_by_step craft* coffee espresso knit* sew sewing gardening skincare hairstyl* haircut* outfit* renovat* dough oven ingredient* latte crema declutter* grind sourdough clean_windows streaks',
    '27': 'histor* dynast* emperor* empire* mathemat* algebra theorem* equation* game_theory prisoner* equilibrium econom* inflation philosoph* grammar vocabular* century medieval ancient war wars revolution learn* lesson* school* exam* psycholog* literature poet* geograph* law constitution insurance interest_rate* vaccin* archaeolog* culture* civilisation* civilization*',
    '28': 'headphone* earbud* bluetooth battery batteries noise_cancel* smartphone* phone phones laptop* comput* software programm* code coding ai artificial_intelligence robot* technolog* engineer* physic* chemist* biolog* quantum galaxy galaxies planet* nasa telescope* docker kubernetes server* gadget* chip* processor* solar heat_pump* microscop* genom* dna scien* javascript python programming_language java_programming app apps rocket* smartwatch* wearable* sensor* drone* gps usb keyboard* router* firmware',
  },
};
