/** Whether words stand between quotation marks or are told in the article's own words. */
export type Speech = "direct" | "reported";
