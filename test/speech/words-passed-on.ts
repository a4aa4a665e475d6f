/** The same table for words that are passed on, announced, printed or credited without the plain “X said”. */
export const WORDS_PASSED_ON: Readonly<Record<string, readonly (readonly [text: string, ...said: string[]])[]>> = {
  "what somebody heard another say": [
    [
      "“Mind the step,” Olaf Prins remembered his aunt, Nora Quist, telling him at the door.",
      "Nora Quist: “Mind the step”",
    ],
    ["Olaf Prins heard Nora Quist shout: “The boiler!”", "Nora Quist: “The boiler!”", "!Olaf Prins: “The boiler!”"],
    ["Olaf Prins recalls Nora Quist’s words: “Count the spoons.”", "Nora Quist: “Count the spoons.”"],
    ["Olaf Prins recalls a note from Nora Quist: “Back at six.”", "Nora Quist: “Back at six.”"],
    ["Olaf Prins retweeted Nora Quist: “The bridge is shut.”", "Nora Quist: “The bridge is shut.”"],
    [
      "Olaf Prins said his landlord, who lives abroad, had told him to “pay and keep quiet”.",
      "Olaf Prins: (had told him to “pay and keep quiet”)",
      "!Olaf Prins: “pay and keep quiet”",
    ],
    [
      "Nora Quist was bitter. Olaf Prins recalled the strike: “We ate soup for a month.”",
      "Olaf Prins: “We ate soup for a month.”",
    ],
  ],
  "what is told by a noun": [
    ["Nora Quist’s answer was that the bakery would stay.", "Nora Quist: (the bakery would stay)"],
    ["The surveyor’s verdict: the wall would fall within a year.", "the surveyor: (the wall would fall within a year)"],
    ["The reply came from Nora Quist: “Not for sale.”", "Nora Quist: “Not for sale.”"],
    ["Nora Quist’s last letter, sent in May, said the roof had gone.", "Nora Quist: (the roof had gone)"],
    ["In Nora Quist’s view, the lock is too narrow.", "Nora Quist: (the lock is too narrow)"],
    ["Nora Quist left at noon. Her advice: “Bring a coat.”", "Nora Quist: “Bring a coat.”", "!her: “Bring a coat.”"],
    ["On rents Nora Quist was adamant: they would not rise again.", "Nora Quist: (they would not rise again)"],
    ["Nora Quist was lucky: the wall fell the other way.", "!*: (the wall fell the other way)"],
  ],
  "what the next sentence tells whose it was": [
    ["“We never got a bill.” Those were the words of Nora Quist.", "Nora Quist: “We never got a bill.”"],
    ["“We never got a bill.” So said Nora Quist.", "Nora Quist: “We never got a bill.”"],
    ["“We never got a bill.” That is how Nora Quist put it.", "Nora Quist: “We never got a bill.”"],
    ["Nora Quist’s reaction was brief. “Hardly.”", "Nora Quist: “Hardly.”"],
  ],
  "passive forms": [
    ["Tenants were warned by the landlord, Olaf Prins, not to use the lift.", "Olaf Prins: (not to use the lift)"],
    ["Accused by Nora Quist of selling the keys, Olaf Prins laughed.", "Nora Quist: (selling the keys)"],
    ["The plan was called “a sieve with a roof” by Nora Quist.", "Nora Quist: “a sieve with a roof”"],
    [
      "Olaf Prins is said by three former tenants to have changed the locks.",
      "three former tenants: (to have changed the locks)",
    ],
    ["“It leaks,” Nora Quist said by telephone from Bergen.", "Nora Quist: “It leaks”"],
  ],
  "verbs with a noun or a doing": [
    [
      "Nora Quist spoke of a stolen decade. Olaf Prins called for patience and new pipes.",
      "Nora Quist: (a stolen decade)",
      "Olaf Prins: (patience and new pipes)",
    ],
    ["Olaf Prins cautioned against reading too much into one flood.", "Olaf Prins: (reading too much into one flood)"],
    ["Nora Quist called the lift “a coffin on a rope”.", "Nora Quist: “a coffin on a rope”"],
    ["The engineer warned cables could snap.", "the engineer: (cables could snap)"],
    ["Nora Quist said nothing had been repaired.", "Nora Quist: (nothing had been repaired)"],
    ["Asked whether she had called the board “a choir of frogs”, Nora Quist smiled.", "!*: “a choir of frogs”"],
  ],
  "claims by other means": [
    ["Nora Quist made it clear the kiosk would close.", "Nora Quist: (the kiosk would close)"],
    ["Olaf Prins fumed that nobody had rung the bell.", "Olaf Prins: (nobody had rung the bell)"],
    ["Nora Quist is convinced that the kiosk pays.", "Nora Quist: (the kiosk pays)"],
    ["Olaf Prins accused the harbour board of neglect and vanity.", "Olaf Prins: (neglect and vanity)"],
    ["Nora Quist confirmed receiving the parcel.", "Nora Quist: (receiving the parcel)"],
    ["Olaf Prins closed that deal in May.", "!*: (deal in May)"],
  ],
  "those who speak together": [
    ["“Enough,” say Nora Quist, 40, and Olaf Prins, 41.", "Nora Quist and Olaf Prins: “Enough”"],
    ["Nora Quist and Olaf Prins each said the stairs were wet.", "Nora Quist and Olaf Prins: (the stairs were wet)"],
    ["Nora Quist and others said the stairs were wet.", "Nora Quist and others: (the stairs were wet)"],
    [
      "The mayors of Bergen and Voss, Nora Quist and Olaf Prins, said in a letter that the road must open.",
      "Nora Quist and Olaf Prins: (the road must open)",
    ],
    [
      "In an open letter, Nora Quist, Olaf Prins and Ida Moen wrote: “Open the road.”",
      "Nora Quist, Olaf Prins and Ida Moen: “Open the road.”",
    ],
    [
      "“Open the road,” said the mayors of Bergen, Voss and Odda.",
      "the mayors of Bergen, Voss and Odda: “Open the road”",
    ],
  ],
  "names and what stands beside them": [
    [
      "Adam Over, a plumber, said the tap was sound. Laura Near said it was not.",
      "Adam Over: (the tap was sound)",
      "Laura Near: (it was not)",
    ],
    [
      "The head of the rowing club, a former docker named Olaf Prins, said the boats were safe.",
      "Olaf Prins: (the boats were safe)",
    ],
    ["“It holds,” said, after a long silence, the diver, Nora Quist.", "Nora Quist: “It holds”"],
    ["Brother Anselm Prins spoke last. “Go in peace,” wrote the diver to her sons.", "the diver: “Go in peace”"],
  ],
  headlines: [
    [
      "Lock could close by autumn – harbour master\n\nNora Quist spoke on Monday.",
      "harbour master: (Lock could close by autumn)",
    ],
    ["‘We will not move,’ say tenants\n\nThe block is to be sold.", "tenants: “We will not move”"],
    ["Police: lock was forced\n\nNobody was hurt.", "police: (lock was forced)"],
    ["Landlord admits it ‘forgot’ 300 bills\n\nNobody was hurt.", "landlord: (it ‘forgot’ 300 bills)"],
  ],
  "lists of reactions": [
    [
      "- Harbour chief Nora Quist: called for calm and “a week of silence”\n- Denmark: said it would send two tugs\n- Bishop Olaf Prins: “Ring the bells.”",
      "Nora Quist: “a week of silence”",
      "Denmark: (it would send two tugs)",
      "Olaf Prins: “Ring the bells.”",
      "!Denmark: “Ring the bells.”",
    ],
  ],
  "printed conversations": [
    [
      "Nora Quist (NQ) of the Ferry Post met Olaf Prins (OP).\n\nNQ: Why boats?\n\nOP: They leave.\n\nNQ: And then?\n\nOP: They come back.",
      "Olaf Prins: “They leave.”",
      "Nora Quist: “And then?”",
    ],
    [
      "Host Nora Quist met the diver Olaf Prins.\n\n**Nora:** Is it dark?\n\n**Olaf:** As a cellar is dark.\n\n**Nora:** And cold?\n\n**Olaf:** You get used to that.",
      "Olaf Prins: “As a cellar is dark.”",
      "Nora Quist: “And cold?”",
      "!Nora Quist: “You get used to that.”",
    ],
    [
      "From the hearing:\n\nTHE CHAIR: Did you sign it?\n\nMS. QUIST: I sign nothing on Fridays.\n\nTHE CHAIR: Thank you.",
      "QUIST: “I sign nothing on Fridays.”",
      "!the chair: “I sign nothing on Fridays.”",
    ],
    [
      "Olaf Prins mends clocks in Voss.\n\n_Why clocks?_\n\nThey listen.\n\nA clock never interrupts.\n\n_And watches?_\n\nWatches are gossips.",
      "Olaf Prins: “A clock never interrupts.”",
      "!*: “Why clocks?”",
    ],
    [
      "Olaf Prins was questioned for an hour.\n\n“Did you lock the gate?”\n\n“Twice.”\n\n“Who has the key?”\n\n“I do.”",
      "Olaf Prins: “Twice.”",
      "Olaf Prins: “I do.”",
      "!Olaf Prins: “Who has the key?”",
    ],
    [
      "Price: it was 12 euros\n\nRooms: there were two\n\nPrice: it was 14 euros\n\nRooms: there were three",
      "!*: “12 euros”",
      "!*: “there were two”",
    ],
  ],
  "who goes on": [
    [
      "“I was born in this lock,” says Nora Quist.\n\nHer father kept the gate. Her mother kept the books.\n\n“They never took a holiday.”",
      "Nora Quist: “They never took a holiday.”",
    ],
    [
      "In her notice of departure Nora Quist wrote:\n\n“I leave the lamps lit.”\n\nNobody answered.",
      "Nora Quist: “I leave the lamps lit.”",
    ],
    [
      "Sorrel’s premier, Nora Quist, met the press in May. The lock was dry. The lamps were out. Boats waited. Rain fell. Gulls cried. Olaf Prins has ruled out a strike.\n\n“I count boats, not days,” he said.",
      "Olaf Prins: “I count boats, not days”",
    ],
  ],
  "two at once": [
    ["The union and Nordline said the strike was off.", "the union and Nordline: (the strike was off)"],
    [
      "Ministers from Orlo and Tarn said it was dead.",
      "Ministers from Orlo and Tarn: (it was dead)",
      "!Tarn: (it was dead)",
    ],
    ["“A good day,” said councillors Ann Mabey and Kit Dorrell.", "Ann Mabey and Kit Dorrell: “A good day,”"],
    [
      "Tom Berg, who runs the mill, and Ina Holt, who owns it, said they would sell.",
      "Tom Berg and Ina Holt: (they would sell)",
    ],
    [
      "Nora Quist said she was relieved, while the builder, Olaf Prins, said he would appeal.",
      "Nora Quist: (she was relieved)",
      "Olaf Prins: (he would appeal)",
    ],
    [
      "Nora Quist said the tunnel was safe, but engineers who saw it in May disagreed.",
      "Nora Quist: (the tunnel was safe)",
      "!*: (engineers who saw it in May disagreed)",
    ],
    ["“It failed twice,” said Nora Quist. Olaf Prins was fined. “Nobody came.”", "?: “Nobody came.”"],
  ],
  "who may be a speaker": [
    ["“We lost,” harrumphed Olaf Prins.", "Olaf Prins: “We lost,”"],
    ["The guard, Nora Quist, 36, denies murder.", "!*: (Nora Quist)"],
    ["Commenting on the prize, Professor Nora Quist, dean of Arvik, said: “It leaks.”", "Nora Quist: “It leaks.”"],
    ["Outside court his sister, who gave no name, said he was slow.", "his sister: (he was slow)"],
    ["Another, @hedge_layer, was less happy: “Please stop.”", "@hedge_layer: “Please stop.”"],
    ["Archbishop of Arvik Anna Quist said it was wrong.", "Anna Quist: (it was wrong)"],
    ["“Bring boots” was all that Nora Quist had been told by the organiser, Olaf Prins.", "Olaf Prins: “Bring boots”"],
    [
      "It was defended by the developer, Olaf Prins: “Every view needs a road.”",
      "Olaf Prins: “Every view needs a road.”",
    ],
    ["“Open the gate!” came a voice from the crowd.", "?: “Open the gate!”"],
    ["Shopkeepers in the old town say trade has halved.", "Shopkeepers in the old town: (trade has halved)"],
    ["The mayor said the march was banned.", "the mayor: (the march was banned)"],
    [
      "Pilot Renske Smit landed in a field. The farmer, Aart Vos, came with a fork in his hand.\n\n“I was afraid,” she said.",
      "Renske Smit: “I was afraid,”",
    ],
  ],
  "labels of a conversation": [
    [
      "The Echo: Will the bridge ever be built?\n\nOlaf Prins: Before I retire.\n\nThe Echo: When is that?\n\nPrins: In four years.",
      "Olaf Prins: “Before I retire.”",
      "Olaf Prins: “In four years.”",
    ],
    [
      "NORA QUIST, HOST: You are out in it, Olaf.\n\nOLAF PRINS, BYLINE: The wind has dropped.\n\nQUIST: How high is it?",
      "OLAF PRINS: “The wind has dropped.”",
    ],
    [
      "Olaf Prins, captain\n\n**Is it ever dull?**\n\nOlaf Prins: Never.\n\n**And the passengers?**\n\nPrins: They look at their phones.",
      "Olaf Prins: “Never.”",
      "Olaf Prins: “They look at their phones.”",
      "!*: “And the passengers?”",
    ],
  ],
};
