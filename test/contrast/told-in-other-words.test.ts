import { describe, expect, test } from "vitest";
import { createEngine } from "../../src/index.ts";
import { corpusOf, story } from "../fixtures/stories.ts";

const OTHER_NEWS = [
  story(
    "bells",
    "The old bell of the priory will ring again in autumn.\n\nIt cracked in the winter of the great frost.",
  ),
  story("bread", "Bakers sell a loaf called the Sandbag.\n\nIt is heavy and salty."),
];

/** What an answer from two articles says that they differ in. */
async function differences(question: string, one: string, other: string): Promise<readonly string[]> {
  const engine = createEngine(corpusOf(story("one", one), story("other", other), ...OTHER_NEWS));
  return (await engine.ask({ text: question })).disagreements.map(({ about }) => about);
}

interface Disagreement {
  readonly on: string;
  readonly question: string;
  readonly one: string;
  readonly other: string;
  /** What the label shows of each. */
  readonly points: readonly [string, string];
}

const DISAGREEMENTS: readonly Disagreement[] = [
  {
    on: "how many were saved",
    question: "how many were rescued from the trawler",
    one: "Seven crew were rescued from the trawler Maren Due off Kettle Point.",
    other: "Eight fishermen were pulled out of the water after the trawler Maren Due sank.",
    points: ["Seven crew", "Eight fishermen"],
  },
  {
    on: "how many died, one of them with a lower bound",
    question: "how many people died in the mill fire",
    one: "The fire at the Tolver mill left 12 dead.",
    other: "At least 14 workers were killed in the fire that destroyed the Tolver mill.",
    points: ["12 dead", "At least 14 workers"],
  },
  {
    on: "how many were arrested",
    question: "how many were arrested outside the Ravel embassy",
    one: "Police detained 23 protesters outside the Ravel embassy.",
    other: "Thirty-one demonstrators were arrested outside the Ravel embassy.",
    points: ["23 protesters", "Thirty-one demonstrators"],
  },
  {
    on: "how many houses burned",
    question: "how many houses burned down in Ulm Valley",
    one: "The blaze destroyed 40 houses in Ulm Valley.",
    other: "In Ulm Valley 65 homes burned down.",
    points: ["40 houses", "65 homes"],
  },
  {
    on: "how many marched, by two counts",
    question: "how many people marched in Tarn",
    one: "About 2,000 people marched through Tarn, police said.",
    other: "Some 8,000 people marched in Tarn, according to the union.",
    points: ["About 2,000 people", "Some 8,000 people"],
  },
  {
    on: "how many came to harm, where one says nobody",
    question: "how many people were injured in the Lask derailment",
    one: "Nobody was hurt in the derailment at Lask.",
    other: "Five passengers were injured in the derailment at Lask.",
    points: ["Nobody", "Five passengers"],
  },
  {
    on: "the weekday of what is to come",
    question: "when is the vote",
    one: "The vote on the Oskarby tram is on Tuesday.",
    other: "Councillors will hold the vote on the Oskarby tram on Thursday.",
    points: ["Tuesday", "Thursday"],
  },
  {
    on: "a date",
    question: "when does the Marlow museum reopen",
    one: "The Marlow museum will reopen on March 4 with a show of kites.",
    other: "After three years of repairs, the Marlow museum reopens on 11 April.",
    points: ["March 4", "11 April"],
  },
  {
    on: "a year",
    question: "what year was the lighthouse built",
    one: "The lighthouse on Skarn was built in 1884.",
    other: "Fishermen from Skarn built the lighthouse in 1891 with stone from the old fort.",
    points: ["1884", "1891"],
  },
  {
    on: "the time of day",
    question: "what time did the ferry sink",
    one: "The ferry Alma sank at 3:15 a.m. in calm weather.",
    other: "It was 4.40am when the ferry Alma sank.",
    points: ["3:15 a.m", "4.40am"],
  },
  {
    on: "who owns something",
    question: "who owns the brickworks",
    one: "The brickworks at Pell belong to Harlan Stone.",
    other: "The brickworks at Pell are owned by Corvane Holdings.",
    points: ["Harlan Stone", "Corvane Holdings"],
  },
  {
    on: "who leads something",
    question: "who leads the search for the balloon",
    one: "Captain Ines Orr leads the search for the balloon over Hagen.",
    other: "The search for the balloon over Hagen is headed by Major Tom Vell.",
    points: ["Ines Orr", "Tom Vell"],
  },
  {
    on: "who won",
    question: "who won the Varn regatta",
    one: "Tova Lind won the Varn regatta in a borrowed boat.",
    other: "The Varn regatta was won by Petra Hask.",
    points: ["Tova Lind", "Petra Hask"],
  },
  {
    on: "who founded",
    question: "who founded the academy",
    one: "The Lorn academy was founded by Ada Wick.",
    other: "It was Conrad Bley who founded the Lorn academy.",
    points: ["Ada Wick", "Conrad Bley"],
  },
  {
    on: "who holds an office, in words beside the name",
    question: "who is the mayor of Ostrel",
    one: "“It was cold,” said Ada Finch, the mayor of Ostrel.",
    other: "Ostrel's mayor, Rolf Temme, praised the firemen.",
    points: ["Ada Finch", "Rolf Temme"],
  },
  {
    on: "who is said to be something",
    question: "who was the captain of the Meridian",
    one: "The captain of the Meridian was Tomas Reke.",
    other: "Jon Hask was the captain of the Meridian when she sank.",
    points: ["Tomas Reke", "Jon Hask"],
  },
  {
    on: "what it cost",
    question: "how much did the Sallow bridge cost",
    one: "The Sallow bridge cost 48 million crowns to build.",
    other: "Building the Sallow bridge cost taxpayers 63m crowns.",
    points: ["48 million crowns", "63m crowns"],
  },
  {
    on: "how long it took",
    question: "how long was the Garn tunnel closed",
    one: "The Garn tunnel was closed for six days after the rockfall.",
    other: "After the rockfall the Garn tunnel stayed closed for three weeks.",
    points: ["six days", "three weeks"],
  },
  {
    on: "a share",
    question: "what share of the votes did the Reed Party win",
    one: "The Reed Party won 31% of the votes in Ostmark.",
    other: "In Ostmark the Reed Party took 27 per cent of the votes.",
    points: ["31%", "27 per cent"],
  },
  {
    on: "a height",
    question: "how high is the Orlen tower",
    one: "The Orlen tower is 112 metres high.",
    other: "At 96 metres, the Orlen tower is as high as the cathedral.",
    points: ["112 metres", "96 metres"],
  },
  {
    on: "a rate",
    question: "what is the unemployment rate",
    one: "The unemployment rate in Garl is 6.1%.",
    other: "Garl's unemployment rate stands at 7.4 percent.",
    points: ["6.1%", "7.4 percent"],
  },
  {
    on: "when something begins",
    question: "when will the trial start",
    one: "The trial of Anselm Korr starts on Monday in Vell.",
    other: "Anselm Korr will stand trial in Vell. The trial opens on Wednesday, his lawyer said.",
    points: ["Monday", "Wednesday"],
  },
  {
    on: "somebody's age",
    question: "how old is Bram Tollis",
    one: "The winner, Bram Tollis, 44, grew up on a barge.",
    other: "Bram Tollis, aged 51, had never rowed before.",
    points: ["44", "51"],
  },
  {
    on: "something else than what is asked, in the passage that is shown",
    question: "where did the bus overturn",
    one: "A bus with 34 pilgrims on board overturned near Lask.",
    other: "The bus that overturned near Lask had 41 pilgrims on board.",
    points: ["34 pilgrims", "41 pilgrims"],
  },
];

describe("two sources disagree, in words of their own", () => {
  test.each(DISAGREEMENTS)("on $on", async ({ question, one, other, points }) => {
    const found = await differences(question, one, other);
    expect(found).toHaveLength(1);
    for (const point of points) expect(found[0]).toContain(point);
  });
});

interface Agreement {
  readonly where: string;
  readonly question: string;
  readonly one: string;
  readonly other: string;
  /** The other article as it would have to read to disagree: it shows that the two are compared at all. */
  readonly unlike: string;
}

const AGREEMENTS: readonly Agreement[] = [
  {
    where: "a figure lies above the least that the other has",
    question: "how many people died in the mill fire",
    one: "The fire at the Tolver mill left 12 dead.",
    other: "At least 9 workers were killed in the fire that destroyed the Tolver mill.",
    unlike: "At least 19 workers were killed in the fire that destroyed the Tolver mill.",
  },
  {
    where: "a share lies above the one that the other has",
    question: "what share of the votes did the Reed Party win",
    one: "The Reed Party won 60% of the votes in Ostmark.",
    other: "In Ostmark the Reed Party took more than 50 per cent of the votes.",
    unlike: "In Ostmark the Reed Party took less than 50 per cent of the votes.",
  },
  {
    where: "one figure is the other, rounded",
    question: "how many dams does the province have",
    one: "The province of Lind has 1,130 dams.",
    other: "There are about 1,100 dams in the province of Lind, the report says.",
    unlike: "There are about 1,500 dams in the province of Lind, the report says.",
  },
  {
    where: "one sum is the other, rounded",
    question: "how much did the Sallow bridge cost",
    one: "The Sallow bridge cost 48.4 million crowns to build.",
    other: "Building the Sallow bridge cost taxpayers 48m crowns.",
    unlike: "Building the Sallow bridge cost taxpayers 84m crowns.",
  },
  {
    where: "they measure in different units",
    question: "how high is the Orlen tower",
    one: "The Orlen tower is 112 metres high.",
    other: "At 367 feet, the Orlen tower is as high as the cathedral.",
    unlike: "At 267 feet, the Orlen tower is as high as the cathedral.",
  },
  {
    where: "days are counted as weeks",
    question: "how long was the Garn tunnel closed",
    one: "The Garn tunnel was closed for 14 days after the rockfall.",
    other: "After the rockfall the Garn tunnel stayed closed for two weeks.",
    unlike: "After the rockfall the Garn tunnel stayed closed for four weeks.",
  },
  {
    where: "they count on different days",
    question: "how many people died in the mill fire",
    one: "On Monday 12 people were dead after the fire at the Tolver mill.",
    other: "By Tuesday 14 people had died after the fire at the Tolver mill.",
    unlike: "On Monday 14 people were dead after the fire at the Tolver mill.",
  },
  {
    where: "a toll has risen",
    question: "how many people died in the mill fire",
    one: "The fire at the Tolver mill left 12 dead.",
    other: "The number of people killed in the fire at the Tolver mill has risen to 14.",
    unlike: "The fire at the Tolver mill has killed 14 people.",
  },
  {
    where: "they tell of different years",
    question: "how many people work at the Garrow quarry",
    one: "In 2019, 900 people worked at the Garrow quarry.",
    other: "640 people worked at the Garrow quarry in 2023.",
    unlike: "640 people worked at the Garrow quarry in 2019.",
  },
  {
    where: "some of those counted are counted alone",
    question: "how many people died in the mill fire",
    one: "The fire at the Tolver mill left 12 people dead.",
    other: "Five of the people who died in the fire at the Tolver mill were apprentices.",
    unlike: "Five people died in the fire at the Tolver mill; they were apprentices.",
  },
  {
    where: "a figure comes on top of another",
    question: "how many people died in the mill fire",
    one: "The fire at the Tolver mill killed 12 people.",
    other: "Another three people who were in the fire at the Tolver mill died in hospital.",
    unlike: "Three people who were in the fire at the Tolver mill died in hospital.",
  },
  {
    where: "one counts the dead and the other the hurt",
    question: "how many people were killed in the Lask derailment",
    one: "The derailment at Lask killed four people.",
    other: "The derailment at Lask hurt nine people, and those killed were buried on Sunday.",
    unlike: "The derailment at Lask killed nine people, and they were buried on Sunday.",
  },
  {
    where: "they tell of different ships",
    question: "how many were rescued from the trawler",
    one: "Seven crew were rescued from the trawler Maren Due off Kettle Point.",
    other: "Eight crew were rescued from the trawler Silver Ann off Hobb Sands.",
    unlike: "Eight crew were rescued from the trawler Maren Due off Kettle Point.",
  },
  {
    where: "one tells of a plan and the other of what came of it",
    question: "how much did the Sallow bridge cost",
    one: "The Sallow bridge was expected to cost 48 million crowns.",
    other: "Building the Sallow bridge cost taxpayers 63m crowns.",
    unlike: "Building the Sallow bridge was expected to cost 63m crowns.",
  },
  {
    where: "they name different days on which something was said",
    question: "when is the vote",
    one: "The vote on the Oskarby tram is on Friday, the mayor said on Tuesday.",
    other: "The clerk told reporters on Wednesday that the vote on the Oskarby tram is on Friday.",
    unlike: "The clerk told reporters on Wednesday that the vote on the Oskarby tram is on Saturday.",
  },
  {
    where: "one date is the other, less exact",
    question: "when does the Marlow museum reopen",
    one: "The Marlow museum will reopen on March 4 with a show of kites.",
    other: "After three years of repairs, the Marlow museum reopens in March.",
    unlike: "After three years of repairs, the Marlow museum reopens in April.",
  },
  {
    where: "something has changed hands",
    question: "who owns the brickworks",
    one: "The brickworks at Pell belong to Harlan Stone.",
    other: "The brickworks at Pell were owned by Corvane Holdings until 2010.",
    unlike: "The brickworks at Pell are owned by Corvane Holdings.",
  },
  {
    where: "one held the office before",
    question: "who is the mayor of Ostrel",
    one: "Ostrel's mayor, Rolf Temme, praised the firemen.",
    other: "“It was cold,” said Ada Finch, the former mayor of Ostrel.",
    unlike: "“It was cold,” said Ada Finch, the mayor of Ostrel.",
  },
  {
    where: "one is the other's deputy",
    question: "who is the director of the observatory",
    one: "Hugo Sand is the director of the Kestrel observatory.",
    other: "Ana Pell, the deputy director of the Kestrel observatory, showed the telescope.",
    unlike: "Ana Pell, the director of the Kestrel observatory, showed the telescope.",
  },
  {
    where: "they hold the same office in two houses",
    question: "who is the director",
    one: "Ilse Varn is the director of the museum in Osterby.",
    other: "“We are full,” said Mats Ohlin, the director of the theatre in Osterby.",
    unlike: "“We are full,” said Mats Ohlin, the director of the museum in Osterby.",
  },
  {
    where: "two own it together",
    question: "who owns the brickworks",
    one: "The brickworks at Pell belong to Harlan Stone.",
    other: "The brickworks at Pell are owned by Corvane Holdings and Harlan Stone.",
    unlike: "The brickworks at Pell are owned by Corvane Holdings.",
  },
  {
    where: "one has the whole name and the other the surname",
    question: "who leads the search for the balloon",
    one: "Captain Ines Orr leads the search for the balloon over Hagen.",
    other: "The search for the balloon over Hagen is headed by Orr.",
    unlike: "The search for the balloon over Hagen is headed by Vell.",
  },
  {
    where: "they tell of two races of one day",
    question: "who won the race",
    one: "Tova Lind won the women's race at Varn.",
    other: "Petra Hask won the men's race at Varn.",
    unlike: "Petra Hask won the women's race at Varn.",
  },
  {
    where: "they tell of two prices of one thing",
    question: "how much does the pass cost",
    one: "The annual pass costs 120 crowns in Vell.",
    other: "The monthly pass costs 15 crowns in Vell.",
    unlike: "The annual pass costs 150 crowns in Vell.",
  },
  {
    where: "one counts what is in one place",
    question: "how many soldiers does Ard have",
    one: "Ard has 90,000 soldiers.",
    other: "Ard has 5,000 soldiers in the valley.",
    unlike: "Ard has 60,000 soldiers.",
  },
  {
    where: "one counts the first day alone",
    question: "how many ships were sunk",
    one: "Five ships were sunk in the Battle of Hobb.",
    other: "Two ships were sunk in the Battle of Hobb on the first day.",
    unlike: "Two ships were sunk in the Battle of Hobb.",
  },
];

describe("two sources do not disagree", () => {
  test.each(AGREEMENTS)("where $where", async ({ question, one, other, unlike }) => {
    expect(await differences(question, one, other)).toEqual([]);
    expect(await differences(question, one, unlike)).toHaveLength(1);
  });
});

describe("what a later article tells is news, not a contradiction", () => {
  const abouts = async (question: string, bodies: readonly string[], days: readonly string[]) => {
    const stories = bodies.map((body, at) => story(`story-${at}`, body, { published: days[at] ?? null }));
    return (await createEngine(corpusOf(...stories, ...OTHER_NEWS)).ask({ text: question })).disagreements;
  };
  const TOLLS = ["The fire at the Tolver mill killed 12 people.", "The fire at the Tolver mill killed 14 people."];
  const PLANS = ["The Marlow museum will reopen on March 4.", "The Marlow museum will reopen on April 11."];

  test.each([
    [
      "where a toll has risen within days",
      "how many people died in the mill fire",
      TOLLS,
      ["2031-03-02", "2031-03-05"],
      0,
    ],
    ["but where a toll has fallen", "how many people died in the mill fire", TOLLS, ["2031-03-05", "2031-03-02"], 1],
    [
      "but where nobody is searched for any more",
      "how many people died in the mill fire",
      TOLLS,
      ["2031-03-02", "2032-03-02"],
      1,
    ],
    [
      "where a plan was told weeks before",
      "when does the Marlow museum reopen",
      PLANS,
      ["2031-01-10", "2031-02-10"],
      0,
    ],
    [
      "but where both were told on one day",
      "when does the Marlow museum reopen",
      PLANS,
      ["2031-01-10", "2031-01-10"],
      1,
    ],
  ])("%s", async (_, question, bodies, days, count) => {
    expect(await abouts(question, bodies, days)).toHaveLength(count);
  });
});

const WIRE = "The Tolver mill burned on Sunday night; ";

describe("a garbled rewrite is no side of a disagreement", () => {
  const sound =
    "“We lost 12 good people in the fire at the mill,” said Ottmar Rehn, the foreman of the Tolver mill. “Nobody will forget their names or their faces.”\n\nThe fire killed 12 people.";
  const garbled =
    "” We lost 21 great persons in the firing at the mill ,” said Ottmar Rehn, the , foreman, of the Tolver mill. ” No one may remember their titles or their encounters.”\n\nThe fire &nbsp killed 21 people.";
  test("and another sound source is", async () => {
    expect(await differences("how many people were killed", sound, garbled)).toEqual([]);
    expect(
      await differences("how many people were killed", sound, "The fire at the Tolver mill killed 21 people."),
    ).toHaveLength(1);
  });
});

describe("copies of one text are one side", () => {
  test("so three articles make one disagreement of two sides", async () => {
    const wire = `${WIRE}the fire killed 12 people, most of them asleep.`;
    const engine = createEngine(
      corpusOf(
        story("one", wire),
        story("copy", wire),
        story("other", "The fire that destroyed the Tolver mill killed 14 people."),
        ...OTHER_NEWS,
      ),
    );
    const [found, ...others] = (await engine.ask({ text: "how many people were killed in the Tolver mill" }))
      .disagreements;
    expect(found?.passages.map(({ article }) => article.id).sort()).toEqual(["one", "other"]);
    expect(others).toEqual([]);
  });
});

describe("an answer from one source alone", () => {
  const articles = [
    story("one", "The trawler Grey Tern sank on Friday.\n\nSeven crew of the Grey Tern drowned.", {
      outlet: "Courier",
    }),
    story("other", "The fund is for families of the eight sailors who drowned on the Grey Tern.", {
      outlet: "Gazette",
    }),
    ...OTHER_NEWS,
  ];
  const ask = async (text: string) => (await createEngine(corpusOf(...articles)).ask({ text })).disagreements;

  test("is set beside no other", async () => {
    expect(await ask("how many drowned source:Courier")).toEqual([]);
  });

  test("while one from all sources shows both", async () => {
    const [found] = await ask("how many drowned");
    expect(found?.about).toBe("Seven crew / eight sailors");
    expect(found?.passages.map(({ article }) => article.outlet)).toEqual(["Courier", "Gazette"]);
  });
});

describe("a count of victims", () => {
  const articles = [
    story("one", "The trawler Grey Tern sank off Lorne.\n\nSeven crew of the Grey Tern drowned near Lorne."),
    story("other", "The fund is for families of the eight sailors who lost their lives on the Grey Tern."),
    ...OTHER_NEWS,
  ];

  test("is not brought up where it is not asked for", async () => {
    const answer = await createEngine(corpusOf(...articles)).ask({ text: "what is near Lorne" });
    expect(answer.passages.length).toBeGreaterThan(0);
    expect(answer.disagreements).toEqual([]);
  });
});
