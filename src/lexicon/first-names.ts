/**
 * First names (lower case, no accents) that are given to one gender far more often than to the other, from many languages. They
 * tell a person from a place or a firm, and whom "he" and "she" may mean.
 */
export const FEMALE_NAMES = (
  "aaliyah abena abigail ada adele adriana agnes agnieszka aicha aisha akiko alba alejandra aleksandra alena alessandra " +
  "alexandra alexis alice alicia alina aline alison amalia amanda amara amaya amelia amina amira amy ana anais anastasia " +
  "andrea ane angela angelina anita anja anke anna annabel annabelle anne anneke anneli annelies annette annika antonia " +
  "april ariadne ariana aslaug asma astra astrid aude audrey aurelia aurelie aurora ava ayesha ayse ayumi azra barbara " +
  "beata beatrice beatriz bella bente berit bernadette beth bettina betty beverly bianca birgit birgitta blanche bodil " +
  "borbala brenda bridget brigitte bronwyn brunhilde camila carina carla carlotta carmen carol carolina caroline " +
  "catherine cecilia cecilie celeste celia celine chantal charlotte chiara chiyo chloe christina christine ciara cindy " +
  "claire clara clarissa claudia clemence colette constance corinne cornelia cristina cynthia dagmar dagny daisy dalia " +
  "daniela danielle danuta daphne deborah deirdre delia delphine denise diana diane dilys dina dolores donna dora doris " +
  "dorothea dorothy edda edith edna effie eileen elaine eleanor elena eleni elif elin eline elisa elisabeth elise eliza " +
  "elizabeth ella ellen elodie eloise elsa elspeth elvira emilie emily emine emma enid erica erika estelle esther " +
  "eugenia eugenie eunice eva evelyn fatima fatma fatou faye felicia felicity fernanda fiona flavia florence frances " +
  "francesca franziska freja freya frida frieda gabriela gabrielle gail gemma genevieve georgia georgina geraldine gerda " +
  "gertrude gina giorgia gisela giulia gladys gloria grace greta gretchen grete gudrun gunilla gwen gwendolyn hana hanna " +
  "hannah hanne harriet hatice hazel heather hedda hedwig heidi helen helena helene helga henrietta henriette hermione " +
  "hilary hilda hilde hildegard holly ida ilona ilse imelda imogen ines inga ingeborg ingrid irena irene irina iris irma " +
  "isabel isabella isabelle isolde ivana ivy jacqueline jadwiga jana jane janet janice jasmine jean jeanette jelena " +
  "jenna jennie jennifer jessica jill joan joanna jocelyn jolanta josefina josephine joyce juana judith judy julia " +
  "juliana julie juliet juliette june jutta kamala kamila karen karin karina karla kate katerina katherine kathleen " +
  "kathryn kathy katie katja kayla keiko kelly kerry keziah kim kimberly kinga kirsi kirsten klara krista kristen " +
  "kristina lana lara latifa laura lauren lavinia leah leila lena lenka leonie leonor leticia lidia lillian lily lina " +
  "linda linnea lisa liv liz ljubica lola lorena lotta louisa louise lucia lucie lucinda lucy ludmila luisa luise lydia " +
  "lynn mabel madeleine maeve magda magdalena maia maja malgorzata malia mara marcela margaret margarethe margarita " +
  "margit margot maria mariam marianne maribel marie marija marika marina marion maritza marjorie marlene marta martha " +
  "martina mary maryam mathilde maud maura maureen mavis maya meera megan mei melanie melinda melissa mercedes meredith " +
  "mia michelle mila mildred milena millicent miranda mirela miriam moira molly mona monica monika morag muriel myrtle " +
  "nadia nadine naima nancy naomi natalia natalie natasha nell nella nerys nicole nina noemi noor nora noreen norma " +
  "nuria odette odile oksana olena olga olive olivia olwen oonagh ophelia orla ottilie paloma pamela paola patricia " +
  "paula paulina pauline penelope perpetua petra philippa phoebe phyllis pilar polina polly priscilla priya rachel radka " +
  "ragnhild ramona rania rebecca regina renata renee rhiannon rhoda rhonda rita roberta romy rosa rosalind rosario rose " +
  "rosemary roswitha roxana ruth sabina sabine sabrina sally salome samantha samira sandra saoirse sara sarah saskia " +
  "selma serena shannon sharon sheila shirley shreya sibylle sidsel signe sigrid silke silvia simone sinead siobhan siri " +
  "sofia sofie soledad solveig sonia sonja sophia sophie soraya stella stephanie sue sunniva susan susana susanne " +
  "suzanne svetlana sylvia sylvie tamara tania tanja tanya tara tatiana tatjana teresa tereza tess thandiwe thea thelma " +
  "theodora theresa theresia tilda tina tove tracy tuva ulrike ursula uta valentina valeria valerie vanessa vera verena " +
  "veronica veronika vesna victoria vigdis vilma viola violet violeta virginia vivian vivien wanda wanjiku wendy " +
  "wilhelmina wilma winifred xenia ximena yara yasmin yolanda yulia yvette yvonne zahra zainab zara zdenka zehra zeynep " +
  "zita zoe zsofia zuzana"
).split(" ");

/** The same for men. */
export const MALE_NAMES = (
  "aaron abdul abdullah abel abraham achim adalbert adam adolfo adrian ahmed ahmet alan albert alberto albrecht aldo " +
  "alejandro aleksander alessandro alessio alex alexander alexei alfonso alfred ali alistair allan allen alois alvaro " +
  "ambrose amir anatol anatole anatoly anders andras andre andreas andrei andrew andriy andrzej andy angelo angus anselm " +
  "anthony antoine anton antonio arjun armand armando arne arnold artem arthur artur arvid asger asif aubrey august " +
  "augustin axel balazs barnaby barry bart bartek bartholomew basil bela ben benedict benedikt benito benjamin bernard " +
  "bernardo bernd bernhard bertram bill birger bjarne bjorn bob bohdan boris brad bradley brandon branko brendan brett " +
  "brian bruce bruno bryan callum calvin cameron carl carlo carlos caspar casper cedric cesar cezary charles charlie " +
  "chidi chris christian christoph christopher cillian clarence claude clemens clement clifford clive cody colin connor " +
  "conor constantin cormac cornelius craig cristian csaba curtis cyril dag dale damian damien dan daniel danilo danny " +
  "dario dariusz darren dave david dean declan denis dennis derek dermot desmond detlef dexter diarmuid didier diego " +
  "dieter dietmar dietrich dimitri dimitris dirk dmitri dmitry dmytro dominic dominik don donal donald doug douglas " +
  "dragan duncan dusan dylan eamon eberhard eddie edgar edmund eduardo edward edwin egbert egil einar eino eirik elias " +
  "elijah emeka emil emile emilio emmanuel enrico enrique enzo eoin eric erich erik ernest ernst erwin esteban ethan " +
  "etienne eugen eugene evan ewan fabian fabio farhad farouk felipe felix ferdinand fergal fergus fernando filip finn " +
  "florian floyd francesco francis francisco franco francois frank frantisek franz fred frederick frederik fredrik " +
  "friedrich fritz fyodor gabor gabriel gareth gary gaston gavin geir geoffrey georg george georgi gerald gerard gerd " +
  "gerhard gianni gilbert giles giorgio giovanni gleb glenn goran gordon graham greg gregory grzegorz guido guillaume " +
  "guillermo gunnar gunter gus gustaf gustav guy gyorgy hakan hal halvor hamid hamish hank hannes hans harald harold " +
  "harry hartmut harvey hassan hector heiko heinrich heinz helge helmut henning henrik henry herbert herman hermann " +
  "hideo hiroshi hjalmar holger horst howard hubert hugh hugo humphrey hussein ian ibrahim ignacio igor ilya imre ingmar " +
  "ingvar isaac isidore ismail istvan ivan ivar ivo iwan jacek jack jacob jacques jaime jake jakob jakub jamal james " +
  "jamie jan jared jarl jaroslav jason javier jay jed jeff jeffrey jens jeremy jerome jerry jerzy jesper jesse jim jimmy " +
  "jiri joachim joao joaquin jochen joe joel johan johannes john johnny jon jonas jonathan joost jordi jorge jorgen jose " +
  "josef joseph joshua juan jude jules julian julio jurgen justin kai kamal kareem karel karim karl karsten kaspar " +
  "kasper kazimierz keith ken kenji kenneth kevin khalid kjell klaus knut kofi konrad konstantin krzysztof kurt kwame " +
  "kwesi kyle lachlan ladislav lance lars laszlo laurence laurent lawrence lech lee leif lennart leo leon leonard " +
  "leonardo leonid leopold leroy leslie lewis liam lionel lloyd lorenz lorenzo lothar lou louis lubomir luc luca lucas " +
  "ludwig luigi luis luiz luka lukas luke lutz maciej magnus mahmoud malcolm malik manfred manuel marc marcel marco " +
  "marcus marek mario marius mark marko markus marten martijn martin marvin mason mateo mateusz mathias matt matteo " +
  "matthew matthias maurice maurizio max maxim maximilian mehmet michael michal michel miguel mihai mika mikael mike " +
  "mikhail milan miles milos miroslav mladen mohamad mohamed mohammad mohammed moritz moses muhammad murray mustafa " +
  "nathan nathaniel ned neil nelson neville nicholas nick nicolae nicolas nigel niklas nikolai nikos nils noah noel " +
  "norbert norman oddvar olaf olav ole oleg oleksandr oleksiy oliver olivier omar orhan oscar oskar osman oswald otto " +
  "ousmane owen pablo padraig paolo pascal patrice patrick paul pavel pavlo pawel peder pedro per percy petar pete peter " +
  "petr petro phil philip philippe pier pierre piet pieter piotr quentin radek radovan rafael raimund rainer raj rajesh " +
  "ralf ralph ramon randy raoul rashid raul ravi ray raymond reginald reinhard remy rene reza rhys ricardo richard rick " +
  "rob robert roberto robin rocco rodney rodrigo roger roland rolf roman ron ronald ronan rory ross roy ruben rudolf rui " +
  "rupert ruslan russel russell ryan said salvatore sam sami samir samuel santiago scott seamus sean sebastian sepp " +
  "serge sergei sergey sergio serhiy seth seymour shane shaun sidney siegfried sigurd silvio simon slavko slobodan soren " +
  "stanley stefan steinar stellan sten stephane stephen steve steven stuart svein sven sylvain tadeusz takeshi tamas " +
  "tarek tariq ted terence terje terry thaddeus theo theodore thibault thierry thilo thomas thorsten tibor tim timothy " +
  "tobias todd tom tomas tomasz tommy tony torbjorn tore torsten travis trevor tristan tyler udo ulf ulrich umar umberto " +
  "uwe vaclav valentin vasily veit vernon victor vidar viktor vincent vincenzo vinzenz vitaly vito vittorio vlad " +
  "vladimir vojtech volker volodymyr waldemar waleed wallace walter walther warren wayne wendell wenzel werner wesley " +
  "wilfred wilhelm will willem william winfried winston wojciech wolfgang wolfram xavier yann yannick yevgeny youssef " +
  "yuri yusuf yves zachary zbigniew zdenek zoltan zoran"
).split(" ");
