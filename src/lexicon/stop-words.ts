/** Words too common to tell one passage from another, folded: the usual list (van Rijsbergen's), contractions as they are typed, and courtesies. */
export const STOP_WORDS =
  "a about above after again against all also although am among an and any are aren't as at be because been before " +
  "being below between both but by can can't cannot could couldn't did didn't do does doesn't doing don't down " +
  "during each either else ever every few for from further get gets got had hadn't has hasn't have haven't having he he'd he'll he's " +
  "her here here's hers herself him himself his how how's i i'd i'll i'm i've if in into is isn't it it's its itself " +
  "just let's may me might mine more most much must mustn't my myself no nor not now of off often on once one ones only or other " +
  "ought our ours ourselves out over own per please quite rather really same shall shan't she she'd she'll she's should shouldn't " +
  "since so some somebody someone something still such than that that's the their theirs them themselves then there " +
  "there's these they they'd they'll they're they've this those though through thus to together too under until up upon us very " +
  "via was wasn't we we'd we'll we're we've were weren't what what's when when's where where's whether which while " +
  "who who's whom whose why why's will with within without won't would wouldn't yet you you'd you'll you're you've " +
  "your yours yourself yourselves done anyone anybody anything everyone everybody everything nobody nothing maybe perhaps " +
  "theres whats whos wheres hows thats dont doesnt didnt isnt arent wasnt werent wont cant couldnt wouldnt shouldnt hasnt " +
  "havent hadnt ive im youre theyre hes shes its ok okay hey hi hello thanks thank pls plz please kindly sorry";
