/** A news page as they are: metadata three times over, navigation, page chrome, and a story in the middle. */
export const NEWS_PAGE = `<!doctype html>
<html lang="en"><head>
<meta charset="utf-8">
<title>Harbour reopens after storm | The Coast Courier</title>
<link rel="canonical" href="/news/harbour-reopens?utm_source=front">
<meta property="og:title" content="Harbour reopens after storm">
<meta property="og:site_name" content="The Coast Courier">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[
 {"@type":"WebSite","name":"The Coast Courier"},
 {"@type":["NewsArticle"],"headline":"Harbour reopens after storm","datePublished":"2025-03-02T23:30:00-05:00",
  "author":[{"@type":"Person","name":"Ada Quill"},{"@type":"Person","name":"Ben Oar"}],
  "publisher":{"@type":"Organization","name":"The Coast Courier"}}]}</script>
<style>p { color: red }</style></head>
<body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<main><article>
<h1>Harbour reopens after storm</h1>
<p class="byline">By Ada Quill and Ben Oar</p>
<p>The harbour of Eastport opened again on Sunday, two days after a storm tore the breakwater apart, the port authority said in a statement to this newspaper.</p>
<p>“We had &nbsp;forty boats waiting,” harbour master Olga Fenn said. “They&#8217;re all in now, and nobody was hurt.”</p>
<div class="newsletter"><p>Sign up for our daily newsletter</p></div>
<h2>What comes next</h2>
<p>Repairs will take until June and cost about 4.2 million euros, according to the town’s engineer, who asked for help from the region and from the shipping companies.</p>
<p>Read also:</p>
<ul><li><a href="/a">Storm hits the coast</a></li><li><a href="/b">Ferry late again</a></li></ul>
<p>The ferry to the islands runs again from Monday, its operator announced, with two crossings a day until the damaged pier is safe for lorries and for buses.</p>
<script>alert("not text")</script>
</article></main>
<footer><p>© 2025 The Coast Courier. All rights reserved.</p></footer>
</body></html>`;

/** What a reader of `NEWS_PAGE` reads. */
export const NEWS_BODY = `The harbour of Eastport opened again on Sunday, two days after a storm tore the breakwater apart, the port authority said in a statement to this newspaper.

“We had \u00A0forty boats waiting,” harbour master Olga Fenn said. “They’re all in now, and nobody was hurt.”

What comes next

Repairs will take until June and cost about 4.2 million euros, according to the town’s engineer, who asked for help from the region and from the shipping companies.

The ferry to the islands runs again from Monday, its operator announced, with two crossings a day until the damaged pier is safe for lorries and for buses.
`;

/** A page with one story of `words` words and nothing else to say of itself. */
export function storyPage(subject: string, extra = ""): string {
  const sentence = `The council of ${subject} met on Tuesday evening and voted for the new bridge over the river. `;
  return `<html><head><title>${subject} votes for bridge</title>${extra}</head><body><article><p>${sentence.repeat(3)}</p><p>${sentence.repeat(4)}</p></article></body></html>`;
}
