/** Who says what where the names themselves are hard to read, in the form of `WHOSE_WORDS`. */
export const WORDS_BY_NAME: Readonly<Record<string, readonly (readonly [text: string, ...said: string[]])[]>> = {
  "a surname with its particle": [
    ["“The snow will decide,” de Winter said.", "de Winter: “The snow will decide”"],
    ["“We will not pay twice,” von der Lahn told reporters.", "von der Lahn: “We will not pay twice”"],
    ["“I paint what I owe,” said the painter van der Molen.", "van der Molen: “I paint what I owe”"],
    [
      "The army of de Roye crossed at dawn. “We go,” de Roye said. General Yves de Roye was tall.",
      "Yves de Roye: “We go”",
    ],
    [
      "The ministry in Rio de Plata said it would pay.",
      "the ministry in Rio de Plata: (it would pay)",
      "!de Plata: (it would pay)",
    ],
  ],
  "a list of names": [
    [
      "Nell Kask, Owen Roth and Pia Zorn, who each own a boat, said the figures were wrong.",
      "Nell Kask, Owen Roth and Pia Zorn: (the figures were wrong)",
    ],
    ["Kask, Roth and Lima, all of the panel, said: “Add them up.”", "Kask, Roth and Lima: “Add them up.”"],
    [
      "Nell Kask, the clerk, Tadeo Lima, the cook, and Owen Roth, the smith, said the lamp was out.",
      "Nell Kask, Tadeo Lima and Owen Roth: (the lamp was out)",
    ],
    ["According to Ada Holt and Tom Berg, the vote was fair.", "Ada Holt and Tom Berg: (the vote was fair)"],
    [
      "The unions, the employers and the church said the law was bad.",
      "the unions, the employers and the church: (the law was bad)",
    ],
    ["The group Doctors Without Orders said it had left.", "Doctors Without Orders: (it had left)"],
    ["“It sang,” said Nell Kask, a skater and the club’s founder.", "Nell Kask: “It sang”"],
  ],
  "the name of a body below its words": [
    [
      "The pool was shut in May.\n\n“Give us the keys.”\nFriends of Alder Baths\n\n“And a pump.”\nThe Board of Water",
      "Friends of Alder Baths: “Give us the keys.”",
      "The Board of Water: “And a pump.”",
    ],
  ],
  "a headline with a capital in every word": [
    [
      "Falk Says Bridge Will Open In June\n\nTransport chief Ragna Falk gave the date on Friday.",
      "Ragna Falk: (Bridge Will Open In June)",
    ],
    [
      "FALK SAYS BRIDGE WILL OPEN\n\n“It is built,” Falk said on Friday.",
      "Falk: (BRIDGE WILL OPEN)",
      "Falk: “It is built”",
    ],
    ["New Kiln To Open In Spring – Company\n\nNothing else was told.", "Company: (New Kiln To Open In Spring)"],
  ],
  "small words that are names": [
    ["“He would have laughed,” said Per Alm, who rowed with him.", "Per Alm: “He would have laughed”"],
    ["Miles Long said the race was short. “It was over by nine,” Long said.", "Miles Long: “It was over by nine”"],
    ["“I do not do weekends,” joked Sunday Price, who runs the mill.", "Sunday Price: “I do not do weekends”"],
    ["His partner, Sunday Price, said the roof would not hold.", "Sunday Price: (the roof would not hold)"],
    ["“It is fine,” says May.", "May: “It is fine”"],
    ["Passengers\n\nIn the hall, Ida Holt shrugged. “I fly.”", "Ida Holt: “I fly.”"],
    ["“It is fine,” Holt said Sunday.", "Holt: “It is fine”"],
  ],
  "a doing of one word": [
    ["Rolf Bauer accused the agency of lying.", "Rolf Bauer: (lying)"],
    ["The unions accused Bauer of cheating, and vowed to sue.", "The unions: (cheating)", "The unions: (to sue)"],
    ["Ada Berg ruled out resigning.", "Ada Berg: (resigning)"],
    ["Ada Berg said so. She said nothing.", "!Ada Berg: (so)", "!Ada Berg: (nothing)"],
  ],
  "the person and the place of one name": [
    [
      "Rhoda Holt lives in Green Holt, a hamlet. “The post comes on Thursdays,” Holt said.",
      "Rhoda Holt: “The post comes on Thursdays”",
    ],
  ],
  "who is named between commas": [
    ["Her rival at the quay, Otto Lunde, smiled. “I close at noon,” he said.", "Otto Lunde: “I close at noon”"],
    ["His neighbour of forty years, Elsa Brink, smiled. “He never could sing.”", "Elsa Brink: “He never could sing.”"],
    ["Lotte Brandt recalled her coach, Mirko Zan, telling her: “Run.”", "Mirko Zan: “Run.”", "!Lotte Brandt: “Run.”"],
    ["“Let it rain” was how the gardener, Moritz Lamm, put it.", "Moritz Lamm: “Let it rain”"],
    ["According to police, Ada Holt, 40, was tired.", "police: (Ada Holt, 40, was tired)"],
    ["What Nadia Ferro wrote to the panel was this: “Paint it green.”", "Nadia Ferro: “Paint it green.”"],
    ["The Greens’ housing speaker Tilda Brack: “Seize the flats.”", "Tilda Brack: “Seize the flats.”"],
  ],
  "whoever responds": [
    [
      "“We played like tourists,” coach Ivana Petrak said. Captain Lea Simm agreed. “Tourists would have run more.”",
      "Lea Simm: “Tourists would have run more.”",
    ],
    ["Asked whether he was pleased, landlord Fergus Pike laughed. “Do I look it?”", "Fergus Pike: “Do I look it?”"],
    [
      "“There are days,” — Halima Yusuf paused and looked out — “when I count the children twice.”",
      "Halima Yusuf: “There are days”",
      "Halima Yusuf: “when I count the children twice.”",
    ],
  ],
  "a firm as it": [
    [
      "In a statement, Nordline said it was sure. The two lines overlap little, it noted.",
      "Nordline: (The two lines overlap little)",
    ],
    [
      "Skylark, the largest line at Orlo and Tarn, said it would ask for all slots.",
      "Skylark: (it would ask for all slots)",
    ],
    [
      "Ferrum AG expects profit to fall by a fifth, it said.",
      "Ferrum AG: (Ferrum AG expects profit to fall by a fifth)",
    ],
    [
      "The tanker’s owner, Brisa Lines, put out its account. “We kept to our lane,” it said.",
      "Brisa Lines: “We kept to our lane”",
    ],
    ["The frogs hum, Lucie Bonnard and colleagues report.", "*: (The frogs hum)"],
  ],
  "a name or a word that is only mentioned": [
    ["Everyone called his brother “Nail”. His mates called him “the Cork”.", "!*: “Nail”", "!*: “the Cork”"],
    ["“I fix it,” said a smith known all over the valley as “Hammers.”", "*: “I fix it”", "!*: “Hammers.”"],
    ["The firm sells “smart” kettles, Greta Holm said.", "!*: “smart”"],
    ["Greta Holm warned of “grave” delays.", "Greta Holm: “grave”"],
    ["Greta Holm called it “reckless” on Monday.", "Greta Holm: “reckless”"],
    ["He wrote that people invent such “facts”.", "!*: “facts”"],
    ["A note was found in the boat. “Gone to sea.” Nobody knows who wrote it.", "?: “Gone to sea.”"],
  ],
  "what stands near a quotation": [
    ["“It never came,” my grandmother used to say.", "my grandmother: “It never came”"],
    ["“Keep quiet.” – chef Ilse Moran, on her retirement", "Ilse Moran: “Keep quiet.”"],
    [
      "“The sea gives.”\n– Fishermen’s leader Dov Pinn\n\n“The council gives permits.”\n– A council spokeswoman",
      "A council spokeswoman: “The council gives permits.”",
      "!Dov Pinn: “The council gives permits.”",
    ],
    ["The ministry dismissed the report as “gossip with graphs”.", "The ministry: “gossip with graphs”"],
    ["Bo Ruud’s words to the crew, “Keep left”, were found on the tape.", "Bo Ruud: “Keep left”"],
    ["“Hold the line” was shouted by the sergeant, Ned Farr.", "Ned Farr: “Hold the line”"],
    [
      "Somebody had painted a line on the wall. “Water was here.”\n\nThe mayor, Ada Berg, photographed it.",
      "?: “Water was here.”",
    ],
  ],
  "several with one office": [
    [
      "Energy ministers Alda Ruiz of Corva and Tom Pell of Ister said the cable would be laid.",
      "Alda Ruiz and Tom Pell: (the cable would be laid)",
    ],
    [
      "Petra Lowe, Sam Idle and Rita Moss say the well is dry.",
      "Petra Lowe, Sam Idle and Rita Moss: (the well is dry)",
    ],
    ["Dr. A. B. Moss of Wow! Corp. said the drug worked.", "A. B. Moss: (the drug worked)"],
    [
      "Her son, Jan van der Molen, was against it. “Land does not grow back,” he said.",
      "Jan van der Molen: “Land does not grow back”",
    ],
  ],
  "words and signs between": [
    [
      '"Who is there?" - shouted the guard, Osman Tekin. "Nobody..." - whispered the boy.',
      "Osman Tekin: “Who is there?”",
      "the boy: “Nobody...”",
    ],
    ["“The wind was rude,” recalled, months later, the pilot, Hanne Brix.", "Hanne Brix: “The wind was rude”"],
    ["Critics have described Vance’s album as “a nap with drums”.", "Critics: “a nap with drums”"],
    ["Sara Lindh remembers her first client telling her: “Be loud.”", "her first client: “Be loud.”"],
    ["A third of them said they had never seen it.", "a third of them: (they had never seen it)"],
    ["It was pointed out by Maud Errol that goats cannot read.", "Maud Errol: (goats cannot read)"],
    ["“Hear him,” said Miriam Holt KC. Holt sat down.", "Miriam Holt: “Hear him”"],
  ],
  "whoever is named only once and briefly": [
    ["Beck recommended steel. She complained of interference.", "Beck: (interference)"],
    ["Holm informed residents that the pool was shut. He begged them to swim elsewhere.", "Holm: (to swim elsewhere)"],
    [
      "Ada Bly called it “theft”; the employers’ Max Orne, “progress”.",
      "Ada Bly: “theft”",
      "Max Orne: “progress”",
      "!Ada Bly: “progress”",
    ],
    ["Mastco’s CEO, Orla Finn, said the money would go to masts.", "Orla Finn: (the money would go to masts)"],
    [
      "We met the cook Tilde Brun.\n\nTilde Brun: Eggs. All of them.\n\nAnd you?\n\nBrun: What was left.",
      "Tilde Brun: “What was left.”",
      "!*: “And you?”",
    ],
  ],
  "verbs behind whoever does it": [
    ["Gus Reil was accused by the opposition of lying.", "the opposition: (lying)"],
    ["Residents were urged by the council to stay away.", "the council: (to stay away)"],
    ["“Timber” was the last thing Bo Lang shouted.", "Bo Lang: “Timber”"],
    ["Judges Mona Sel and Ari Beck held that a tree is no person.", "Mona Sel and Ari Beck: (a tree is no person)"],
  ],
  "both, and who is left out": [
    ["Ada Holt and Tom Berg met. Later both said the vote was fair.", "Ada Holt and Tom Berg: (the vote was fair)"],
    ["The house was sad, both said.", "?: (The house was sad)"],
    [
      "Ada Holt described herself as “tired”; Tom Berg as “wide awake”.",
      "Ada Holt: “tired”",
      "Tom Berg: “wide awake”",
      "!Ada Holt: “wide awake”",
    ],
    ["Ada Holt denied the claim, calling it “a lie”.", "Ada Holt: “a lie”"],
  ],
  "a pronoun for several, or for somebody known to be a man": [
    [
      "Ida Lund, Theo Pratt and Vera Holm have signed a letter. “Plant another,” they write.",
      "Ida Lund, Theo Pratt and Vera Holm: “Plant another”",
    ],
    [
      "His doctor told him to rest, Karl Imhof said. “I told her to rest,” he added.",
      "Karl Imhof: “I told her to rest”",
      "!his doctor: “I told her to rest”",
    ],
  ],
};
