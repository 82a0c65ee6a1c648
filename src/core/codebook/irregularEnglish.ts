/** English verbs that do not take -ed, each as infinitive and then its other forms; nouns whose plural does not take -s. */
const WORDS = `
arise arose arisen
be am is are was were been being
bear bore borne
become became
begin began begun beginning
bend bent
bet betting
bid bidding
bind bound
bite bit bitten
blow blew blown
break broke broken
breed bred
bring brought
build built
burn burnt
buy bought
can could
cast
catch caught
choose chose chosen
come came
cost
cut cutting
deal dealt
dig dug digging
do does did done
draw drew drawn
drink drank drunk
drive drove driven
eat ate eaten
fall fell fallen
feed fed
feel felt
fight fought
find found
fly flew flown
forbid forbade forbidden forbidding
forecast
foresee foresaw foreseen
forget forgot forgotten forgetting
forgive forgave forgiven
freeze froze frozen
get got gotten getting
give gave given
go goes went gone
grow grew grown
hang hung
have has had
hear heard
hide hid hidden
hit hitting
hold held
hurt
keep kept
know knew known
lay laid
lead led
lean leant
learn learnt
leave left
lend lent
let letting
lie lay lain lying
lose lost
make made
may might
mean meant
meet met
mislead misled
offset offsetting
outline
overcome overcame
oversee oversaw overseen
pay paid
prove proven
put putting
read
rebuild rebuilt
rely
ride rode ridden
ring rang rung
rise rose risen
run ran running
say said
see saw seen
seek sought
sell sold
send sent
set setting
shake shook shaken
shall should
shed shedding
shine shone
shoot shot
show shown
shut shutting
sing sang sung
sink sank sunk
sit sat sitting
sleep slept
speak spoke spoken
spend spent
split splitting
spread
spring sprang sprung
stand stood
steal stole stolen
stick stuck
strike struck stricken
strive strove striven
swear swore sworn
swim swam swum swimming
take took taken
teach taught
tear tore torn
tell told
think thought
throw threw thrown
undergo undergoes underwent undergone
understand understood
undertake undertook undertaken
uphold upheld
wake woke woken
wear wore worn
will would
win won winning
withdraw withdrew withdrawn
withhold withheld
write wrote written writing
child children
man men
person people persons
woman women
`;

export const IRREGULAR_ENGLISH: ReadonlyMap<string, readonly string[]> = new Map(
  WORDS.trim()
    .split('\n')
    .map((line) => {
      const [word = '', ...forms] = line.split(' ');
      return [word, forms];
    }),
);
