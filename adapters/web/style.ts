/** The look of all pages: one column of text in light or dark, as the reader's system is, with more air on a wide screen. */
export const STYLE = `:root {
  color-scheme: light dark;
  --paper: #fbfaf6; --ink: #1b1b19; --quiet: #5d5a53; --line: #d9d5ca; --link: #8c1d18; --mark: #ffe9a3; --sheet: #f2efe6;
  --serif: Charter, "Bitstream Charter", "Iowan Old Style", "Source Serif 4", "Noto Serif", Georgia, serif;
  --sans: system-ui, -apple-system, "Segoe UI", "Noto Sans", Roboto, sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #161614; --ink: #eae6dc; --quiet: #aba598; --line: #3b3932; --link: #f2a296; --mark: #57481a; --sheet: #201f1b; }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 30vh; }
body { margin: 0 auto; padding: 0 1.25rem; max-width: 46rem; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.6 var(--serif); overflow-wrap: break-word; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .18em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 3px; border-radius: 2px; }
main:focus { outline: none; }
h1, h2, p, figure, blockquote, ul { margin: 0; }
h1 { font-size: clamp(1.6rem, 1.2rem + 2vw, 2.3rem); line-height: 1.18; letter-spacing: -.012em; text-wrap: balance; }
h2 { font: 600 .8125rem/1.4 var(--sans); letter-spacing: .06em; text-transform: uppercase; color: var(--quiet); }
.skip { position: absolute; left: 1.25rem; top: -6rem; padding: .5rem 1rem; background: var(--ink); color: var(--paper);
  font: 1rem var(--sans); }
.skip:focus { top: .5rem; }
.masthead { padding: 1.5rem 0 1.1rem; border-bottom: 3px double var(--line); font-family: var(--sans); }
.name { font-size: .9375rem; }
.name a { font-weight: 700; text-decoration: none; color: var(--ink); }
.name span { color: var(--quiet); padding-left: .5rem; border-left: 1px solid var(--line); margin-left: .35rem; }
form { display: flex; flex-wrap: wrap; gap: .5rem; margin-top: .9rem; }
label { flex-basis: 100%; font-size: .875rem; color: var(--quiet); }
input[type=search] { flex: 1 1 14rem; min-width: 0; font: inherit; padding: .55rem .7rem; color: inherit;
  background: var(--paper); border: 1px solid var(--quiet); border-radius: 3px; }
button { font: 600 1rem var(--sans); padding: .55rem 1.3rem; border: 0; border-radius: 3px; background: var(--ink); color: var(--paper);
  cursor: pointer; }
main { padding: 2.4rem 0 3.5rem; }
.trail { font: .875rem/1.5 var(--sans); color: var(--quiet); margin-bottom: .5rem; }
.lead { margin-top: .8rem; font-size: 1.1875rem; line-height: 1.5; }
.answer.related .lead, .answer.none .lead { border-left: 4px solid var(--quiet); padding-left: .9rem; }
.part { margin-top: 2.6rem; padding-top: 1.2rem; border-top: 3px solid var(--ink); font: 600 1.25rem/1.35 var(--serif); letter-spacing: 0;
  text-transform: none; color: var(--ink); }
.part + .group { margin-top: 0; border-top: 0; padding-top: .9rem; }
.notice, .source, .caution, .kicker, .byline, .original, .contents p, .contents span, footer { font: .875rem/1.5 var(--sans); color: var(--quiet); }
.notice { margin-top: .7rem; }
.group { margin-top: 1.9rem; padding-top: 1.5rem; border-top: 1px solid var(--line); }
figure + figure { margin-top: 1.4rem; }
figure + .source { margin-top: 1.1rem; padding-top: .6rem; border-top: 1px dotted var(--line); }
blockquote { font-size: 1.1875rem; line-height: 1.55; unicode-bidi: isolate; }
blockquote b { font-weight: 650; }
figcaption { margin-top: .55rem; }
.source b { color: var(--ink); }
.caution { margin-top: .6rem; padding: .55rem .8rem; background: var(--sheet); border-left: 4px solid var(--link); color: var(--ink); }
.caution::before { content: "Beware. "; font-weight: 700; }
.disagreement { margin-top: 2.2rem; padding: 1.2rem 1.25rem 1.4rem; background: var(--sheet); border-top: 3px solid var(--ink); }
.disagreement h2 { text-transform: none; letter-spacing: 0; font-size: 1rem; color: var(--ink); }
.sides { display: grid; gap: 1.2rem 2rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr)); margin-top: .9rem; }
.sides .group { margin: 0; padding: 0; border: 0; }
.sides blockquote { font-size: 1.0625rem; }
.more { margin-top: 2rem; border-top: 1px solid var(--line); }
summary { font: 600 1rem var(--sans); padding: .9rem 0; cursor: pointer; color: var(--link); }
.more .group:first-of-type { margin-top: 0; }
.suggestions, .contents { margin-top: 2.6rem; }
.suggestions ul, .contents ul { list-style: none; padding: 0; }
.suggestions li { padding: .5rem 0; border-bottom: 1px solid var(--line); }
.contents li { padding: .7rem 0; border-bottom: 1px solid var(--line); }
.suggestions a, .contents a { text-decoration: none; }
:is(.suggestions, .contents) a:is(:hover, :focus-visible) { text-decoration: underline; }
.contents p { margin-top: .3rem; }
.contents span { display: block; }
.article > header { padding-bottom: 1.4rem; border-bottom: 1px solid var(--line); }
.article h1 { margin-top: .35rem; }
.kicker { font-weight: 600; color: var(--link); }
.byline, .original { margin-top: .6rem; }
.body { counter-reset: paragraph; margin-top: 1.6rem; }
.body p { position: relative; margin-bottom: 1.15em; white-space: pre-line; unicode-bidi: isolate; counter-increment: paragraph; }
:target, ::target-text { background: var(--mark); color: var(--ink); }
span:target { box-shadow: 0 0 0 .18em var(--mark); }
p:target { box-shadow: 0 0 0 .5em var(--mark); }
footer { padding: 1.2rem 0 2.5rem; border-top: 3px double var(--line); }
@media (min-width: 62rem) {
  body { font-size: 1.125rem; }
  .body p::before { content: counter(paragraph); position: absolute; right: calc(100% + 1.4rem); top: .3em; font: .75rem/1.5 var(--sans);
    color: var(--quiet); }
}
@media print { .masthead form, .skip, .suggestions { display: none; } body { max-width: none; } }
`;

/** A quotation mark on a sheet. */
export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#8c1d18"/>
<path d="M8 21v-5q0-6 6-7v3q-2.500 .700-2.500 4H14v5zm10 0v-5q0-6 6-7v3q-2.500 .700-2.500 4H24v5z" fill="#fbfaf6"/></svg>
`;
