/**
 * First names (lower case, no accents) that are given to one gender far more often than to the other, from many languages. They
 * tell a person from a place or a firm, and whom "he" and "she" may mean.
 */
export const FEMALE_NAMES = (
  "aaliyah abena abigail ada adele adriana agnes aicha aisha akiko alba alejandra alessandra alexandra alexis " +
  "alice alicia alina alison amanda amara amelia amina amira amy ana anastasia andrea angela angelina anita anja " +
  "anke anna anne anneke annette annika antonia april ariana astrid audrey aurora ava ayesha ayumi barbara beata " +
  "beatrice beatriz bella bernadette beth bettina betty beverly bianca birgit brenda bridget brigitte camila " +
  "carla carmen carol carolina caroline catherine cecilia celine chantal charlotte chiara chiyo chloe christina " +
  "christine cindy claire clara claudia colette constance corinne cristina cynthia daisy dalia daniela danielle " +
  "daphne deborah delia denise diana diane dolores donna dora doris dorothy edith eileen elaine eleanor elena " +
  "eleni elif elin elisa elisabeth elise eliza elizabeth ella ellen elsa emily emine emma erica erika esther eva " +
  "evelyn fatima fatou faye felicia fernanda fiona florence frances francesca freya gabriela gail gemma genevieve " +
  "georgia geraldine gertrude gina giorgia giulia gladys gloria grace greta grete gwen gwendolyn hana hanna " +
  "hannah harriet hazel heather heidi helen helena helene helga henrietta hilary hilda hilde holly ida ines " +
  "ingrid irene irina iris isabel isabella isolde ivana ivy jacqueline jane janet janice jasmine jean jenna " +
  "jennifer jessica jill joan joanna jocelyn josephine joyce judith judy julia juliana julie juliet june kamala " +
  "karen karin karina kate katerina katherine kathleen kathryn kathy katie kayla keiko kelly kerry kim kimberly " +
  "kirsten krista kristen kristina lana lara latifa laura lauren leah leila lena leonor leticia lidia lillian " +
  "lily linda linnea lisa liz lola lorena louise lucia lucy luisa lydia lynn madeleine magda magdalena maia malia " +
  "mara marcela margaret margarita maria mariam marianne marie marina marion marta martha martina mary maryam " +
  "maud maura maureen maya megan mei melanie melinda melissa mercedes meredith mia michelle mila milena miranda " +
  "miriam moira molly mona monica monika nadia naomi natalia natalie natasha nell nicole nina noor nora norma " +
  "odile olga olive olivia olena oksana paloma pamela patricia paula pauline penelope petra phoebe phyllis pilar " +
  "polly priscilla priya rachel rania rebecca regina renata renee rhonda rita roberta rosa rosalind rosario rose " +
  "rosemary roxana ruth sabine sabrina sally samantha sandra saoirse sara sarah selma shannon sharon sheila " +
  "shirley shreya sigrid silvia simone sofia sonia sonja sophia sophie stella stephanie sue susan susana suzanne " +
  "svetlana sylvia tamara tania tanya tara tatiana teresa thandiwe theresa tina tracy ulrike ursula valentina " +
  "valeria valerie vanessa vera veronica victoria viola violet virginia vivian wanda wendy wilma winifred ximena " +
  "yara yasmin yolanda yulia yvonne zainab zahra zara zeynep zoe"
).split(" ");

/** The same for men. */
export const MALE_NAMES = (
  "aaron abdul abdullah abraham adam adrian ahmed alan albert alberto aldo alejandro alessandro alex alexander " +
  "alexei alfred ali alistair allan allen amir anatol anders andre andreas andrei andrew andriy andy angelo " +
  "anthony anton antonio arjun arnold arthur artem asif august axel barry bart bartholomew ben benedict benjamin " +
  "bernard bernardo bill bjorn bob boris brad bradley brandon brendan brett brian bruce bruno bryan callum calvin " +
  "cameron carl carlo carlos casper cedric cesar charles charlie chris christian christoph christopher cillian " +
  "clarence claude clemens clifford clive cody colin connor conor craig cristian curtis cyril dale damian dan " +
  "daniel danilo danny dario darren dave david dean declan denis dennis derek dexter diego dieter dirk dmitri " +
  "dmitry dmytro dominic don donald doug douglas duncan dylan eamon eddie edgar eduardo edward edwin elias elijah " +
  "emil emilio emmanuel enrique eric erik ernest ethan eugene evan fabian fabio felipe felix ferdinand fernando " +
  "filip finn florian floyd francesco francis francisco franco frank franz fred frederick fritz gabriel gareth " +
  "gary gavin geoffrey george gerald gerard giles giorgio giovanni glenn gordon graham greg gregory guillermo " +
  "gunter gus gustav guy hal hamish hank hans harold harry harvey hassan hector heinrich henrik henry herbert " +
  "herman hideo hiroshi howard hugh hugo hussein ian ibrahim igor ilya isaac ismail ivan ivo jack jacob jacques " +
  "jaime jake jakob james jamie jan jared jason javier jay jed jeff jeffrey jens jeremy jerome jerry jesse jim " +
  "jimmy joachim joao joe joel johan johannes john johnny jon jonas jonathan jorge jose josef joseph joshua juan " +
  "jude jules julian julio jurgen justin kai kamal karim karl kasper keith ken kenneth kenji kevin khalid klaus " +
  "kofi konrad kurt kwame kyle lance lars laurence lawrence lee leo leon leonard leonardo leroy leslie lewis liam " +
  "lionel lloyd lorenzo lou louis luca lucas ludwig luis luiz luka lukas luke magnus mahmoud malcolm malik manuel " +
  "marc marcel marco marcus mario mark marko martin marvin mason mateo mathias matt matteo matthew matthias " +
  "maurice max maxim maximilian mehmet michael michel miguel mikael mike mikhail milan miles milos mohamed " +
  "mohammad mohammed moritz moses mohamad muhammad murray mustafa nathan nathaniel ned neil nelson nicholas nick " +
  "nicolas nigel nikolai nils noah noel norman olaf oleg oleksandr oleksiy oliver olivier omar oscar oskar otto " +
  "owen pablo paolo pascal patrick paul pavel pavlo pedro per pete peter petr petro phil philip philippe pierre " +
  "pieter piotr rafael raj rajesh ralph ramon randy rashid raul ravi ray raymond reginald rene ricardo richard " +
  "rick rob robert roberto robin rocco rodney rodrigo roger roland rolf roman ron ronald rory ross roy rudolf rui " +
  "rupert russel russell ryan said salvatore sam sami samir samuel santiago scott sean sebastian sepp serge " +
  "sergei sergey sergio serhiy seth shane shaun sidney simon stanley stefan stephen sten steve steven stuart sven " +
  "takeshi tariq ted terence terry theo theodore thomas tim timothy tobias todd tom tomas tommy tony travis " +
  "trevor tyler ulrich umar valentin vernon victor viktor vincent vincenzo vitaly vladimir volodymyr waleed " +
  "wallace walter warren wayne wendell werner wesley wilfred wilhelm will william winston wolfgang xavier yannick " +
  "yuri yusuf zachary"
).split(" ");
