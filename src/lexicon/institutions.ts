/** Kinds of bodies that speak as one. */
export const INSTITUTIONS = (
  "opposition company firm carmaker automaker airline retailer bank lender club charity union publisher manufacturer " +
  "chipmaker drugmaker maker startup start-up group operator agency network broadcaster newspaper magazine paper " +
  "website team side university college school hospital museum institute ministry department court commission " +
  "committee council federation association party church foundation regulator watchdog insurer builder utility " +
  "studio label chain brand store supermarket brewery bakery theatre festival force army navy government"
).split(" ");

/** Words in the names of bodies, places, works and events, so that a name with one is hardly a person's. */
export const NO_PERSON = (
  "ministry department university union college school institute institution bank council party court agency " +
  "committee commission congress parliament senate house association federation club company corporation corp inc " +
  "ltd group holdings partners capital markets research street avenue road river lake mountain mount island " +
  "islands bay harbor harbour county city state states kingdom republic province district region park square " +
  "bridge airport station hospital church museum palace tower times post news journal herald tribune guardian " +
  "press network radio television tv channel magazine daily gazette observer war act treaty bill law office " +
  "bureau service services force forces army navy guard police foundation trust society league alliance coalition " +
  "movement front fund board authority administration organization organisation nations world cup games series " +
  "north south east west northern southern eastern western sea ocean strait gulf valley coast hills beach cape " +
  "port saint festival prize award week day month center centre international national united american british " +
  "european social media online football athletic town rovers wanderers fc albion hotel theatre theater studio " +
  "studios records airlines airways motors foods systems technologies industries energy labs pharmaceuticals oil " +
  "gas steel cathedral chapel abbey academy high"
).split(" ");

/** Last words that make a body or a place of a person's name, too: Florence Airport, the Carter Foundation. */
export const BODY_ENDINGS = (
  "university college school hospital airport church foundation institute museum avenue road street county island " +
  "islands city club party company inc ltd group centre center times council court stadium station bridge"
).split(" ");

/** Words that many outlets have in their names, and no one tells them apart by. */
export const OUTLET_WORDS =
  "the news agency media online group press network tv radio com wire service services daily weekly".split(" ");
