/**
 * Dutch verbs that do not follow their spelling, each as infinitive, past singular, past plural, participle, and after these any
 * present forms that do not follow either. Verbs made of these with a prefix or particle (bespreken, aanspreken) follow them.
 */
const VERBS = `
bakken bakte bakten gebakken
bannen bande banden gebannen
barsten barstte barstten gebarsten
bederven bedierf bedierven bedorven
bedriegen bedroog bedrogen bedrogen
beginnen begon begonnen begonnen
bergen borg borgen geborgen
besluiten besloot besloten besloten
bevelen beval bevalen bevolen
bewegen bewoog bewogen bewogen
bezwijken bezweek bezweken bezweken
bidden bad baden gebeden
bieden bood boden geboden
bijten beet beten gebeten
binden bond bonden gebonden
blijken bleek bleken gebleken
blijven bleef bleven gebleven
breken brak braken gebroken
brengen bracht brachten gebracht
buigen boog bogen gebogen
denken dacht dachten gedacht
dingen dong dongen gedongen
doen deed deden gedaan doe doet
dragen droeg droegen gedragen
drijven dreef dreven gedreven
dringen drong drongen gedrongen
drinken dronk dronken gedronken
duiken dook doken gedoken
dwingen dwong dwongen gedwongen
eten at aten gegeten
gaan ging gingen gegaan ga gaat
gelden gold golden gegolden
genezen genas genazen genezen
genieten genoot genoten genoten
geven gaf gaven gegeven
gieten goot goten gegoten
glijden gleed gleden gegleden
graven groef groeven gegraven
grijpen greep grepen gegrepen
hangen hing hingen gehangen
hebben had hadden gehad heb hebt heeft
heffen hief hieven geheven
helpen hielp hielpen geholpen
hijsen hees hesen gehesen
houden hield hielden gehouden hou
jagen joeg joegen gejaagd
kiezen koos kozen gekozen
kijken keek keken gekeken
klimmen klom klommen geklommen
klinken klonk klonken geklonken
komen kwam kwamen gekomen kom komt
kopen kocht kochten gekocht
krijgen kreeg kregen gekregen
krimpen kromp krompen gekrompen
kunnen kon konden gekund kan kun kunt
laden laadde laadden geladen
laten liet lieten gelaten
lezen las lazen gelezen
liegen loog logen gelogen
liggen lag lagen gelegen
lijden leed leden geleden
lijken leek leken geleken
lopen liep liepen gelopen
meten mat maten gemeten
mijden meed meden gemeden
moeten moest moesten gemoeten moet
mogen mocht mochten gemoogd mag mocht
nemen nam namen genomen
ontluiken ontlook ontloken ontloken
prijzen prees prezen geprezen
raden raadde raadden geraden
rijden reed reden gereden
rijzen rees rezen gerezen
roepen riep riepen geroepen
ruiken rook roken geroken
scheiden scheidde scheidden gescheiden
schelden schold scholden gescholden
schenken schonk schonken geschonken
scheppen schiep schiepen geschapen
schieten schoot schoten geschoten
schijnen scheen schenen geschenen
schrijven schreef schreven geschreven
schrikken schrok schrokken geschrokken
schuiven schoof schoven geschoven
slaan sloeg sloegen geslagen sla slaat
slapen sliep sliepen geslapen
slijten sleet sleten gesleten
sluiten sloot sloten gesloten
smelten smolt smolten gesmolten
snijden sneed sneden gesneden
spannen spande spanden gespannen
spijten speet speten gespeten
splijten spleet spleten gespleten
spreken sprak spraken gesproken
springen sprong sprongen gesprongen
staan stond stonden gestaan sta staat
steken stak staken gestoken
stelen stal stalen gestolen
sterven stierf stierven gestorven
stijgen steeg stegen gestegen
stinken stonk stonken gestonken
strijden streed streden gestreden
strijken streek streken gestreken
treden trad traden getreden
treffen trof troffen getroffen
trekken trok trokken getrokken
vallen viel vielen gevallen
vangen ving vingen gevangen
varen voer voeren gevaren
vechten vocht vochten gevochten
verdwijnen verdween verdwenen verdwenen
vergelijken vergeleek vergeleken vergeleken
vergeten vergat vergaten vergeten
verliezen verloor verloren verloren
vermijden vermeed vermeden vermeden
verschuilen verschool verscholen verscholen
verwijten verweet verweten verweten
verzwelgen verzwolg verzwolgen verzwolgen
vinden vond vonden gevonden
vliegen vloog vlogen gevlogen
vouwen vouwde vouwden gevouwen
vragen vroeg vroegen gevraagd
vriezen vroor vroren gevroren
waaien waaide waaiden gewaaid
wassen waste wasten gewassen
wegen woog wogen gewogen
werpen wierp wierpen geworpen
werven wierf wierven geworven
weten wist wisten geweten
weven weefde weefden geweven
wijken week weken geweken
wijten weet weten geweten
wijzen wees wezen gewezen
willen wilde wilden gewild wil wilt wou
winden wond wonden gewonden
winnen won wonnen gewonnen
worden werd werden geworden
zeggen zei zeiden gezegd zegde zegden
zenden zond zonden gezonden
zien zag zagen gezien zie ziet
zijn was waren geweest ben bent is
zingen zong zongen gezongen
zinken zonk zonken gezonken
zitten zat zaten gezeten
zoeken zocht zochten gezocht
zuigen zoog zogen gezogen
zullen zou zouden zal zult
zwemmen zwom zwommen gezwommen
zweren zwoer zwoeren gezworen
zwijgen zweeg zwegen gezwegen
`;

export interface IrregularDutch {
  readonly past: readonly string[];
  readonly participle: string;
  /** Present forms that spelling does not give. */
  readonly present: readonly string[];
}

export const IRREGULAR_DUTCH: ReadonlyMap<string, IrregularDutch> = new Map(
  VERBS.trim()
    .split('\n')
    .map((line) => {
      const [infinitive = '', past = '', pastPlural = '', participle = '', ...present] = line.split(' ');
      return [infinitive, { past: [past, pastPlural], participle, present }];
    }),
);

/** Nouns in -ing that mean something else than doing what the verb says: an institution, a room, a day's wage. */
export const OTHER_NOUNS: ReadonlySet<string> = new Set(
  (
    'afdeling begroting gemeenschap houding inrichting instelling kleding leving mening omgeving opening ' +
    'regering regeling rekening richting spanning stelling stichting tekening vereniging voorziening ' +
    'vordering werking wijziging woning zetting zitting brenging neming geving'
  ).split(' '),
);
