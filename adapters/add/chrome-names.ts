/**
 * What elements of a page around a story are called: words of `class` and `id`, as sites and content management systems
 * commonly use them. What page chrome says stands in `src/corpus/page-chrome.ts`.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Elements that hold nothing of a story, however long they are. */
export const CHROME_WORDS = words(`
  ad ads adbox adslot adunit adwrap adwrapper adcontainer adsense advert adverts advertisement advertisements advertising dfp sponsor sponsored sponsors
  banner bio biography authorbio breadcrumb breadcrumbs
  caption captions credit credits photocredit
  comment comments commentlist commenting disqus discussion respond responses replies reactions feedback
  consent cookie cookies gdpr cmp onetrust
  menu nav navbar navigation navlist subnav topbar toolbar pagination pager paging skip skiplink
  newsletter newsletters signup optin mailchimp
  outbrain taboola recirc recirculation recommended recommendations recommendation related relatedposts readmore
  mostread mostpopular popular trending promo promos promotion promotions
  share shares sharing sharebar sharebuttons sharedaddy addtoany addthis social socials
  sidebar rail modal popup lightbox overlay tooltip toast
  masthead imprint donate donation
`);

/** Elements that hold nothing of a story unless there are sentences in them. */
export const LIKELY_CHROME_WORDS = words(`
  author authors about byline bylines contributor contributors meta metadata postmeta entrymeta timestamp
  button buttons cta download follow footer header kicker eyebrow label print tag tags taglist topics tools
  copyright gallery image img legend photo photos picture slideshow thumb thumbnail
  rating poll quiz login register subscribe subscription widget widgets teaser card cards
`);

/** Elements with what readers wrote: there may be more of it than of the story. */
export const COMMENT_WORDS = words(
  "comment comments commentlist disqus discussion respond responses replies reactions feedback",
);

/** Elements with who wrote a story. */
export const BYLINE_WORDS = words("byline bylines author authors writer writers contributor contributors reporter");

/** Parts of a byline or a headline that are not the name or the headline. */
export const BESIDE_NAME_WORDS = words(`
  title role position job email mail twitter handle social follow bio biography avatar date dates time timestamp published
  updated location kicker eyebrow label section category subtitle
`);

/** The same as properties of schema.org. */
export const BESIDE_NAME_PROPERTIES = words(
  "jobTitle affiliation worksFor description email url image sameAs datePublished dateModified",
);

/** Elements with a correction. */
export const CORRECTION_WORDS = words("correction corrections clarification clarifications corrigendum erratum");

/** Elements around the part of a story that has to be paid for, or the call to do so. */
export const PAYWALL_WORDS = words(
  "paywall paywalled regwall registerwall subscribewall piano meter metered premium gated locked subscription subscribe",
);

/** Words for what only screen readers say. */
export const UNSEEN_NAMES = words(
  "sr-only visually-hidden visuallyhidden visually_hidden screen-reader-text screenreader screen-reader screen-reader-only u-visually-hidden is-visually-hidden a11y-hidden assistive-text offscreen off-screen element-invisible",
);

/** Roles of WAI-ARIA that are no content. */
export const CHROME_ROLES = words(
  "alert alertdialog banner complementary contentinfo dialog form menu menubar navigation search status tablist toolbar tooltip",
);

/** Elements of HTML that hold nothing of a story. */
export const CHROME_TAGS = words(
  "aside audio button canvas dialog embed figcaption frame frameset iframe input link menu meta nav noscript object script search select style template textarea video",
);

/** Elements of HTML that hold nothing of a story unless there are sentences in them: some sites put a whole page in a form. */
export const LIKELY_CHROME_TAGS = words("footer form");
