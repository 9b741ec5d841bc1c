const names = new Intl.DisplayNames(["en"], { type: "language" });

/** A language tag in words, with the tag itself where nothing is known of it. */
export function languageName(tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** Languages that a creator chooses from; any other can be written in by a program. */
export const COMMON_LANGUAGES = [
  ..."ar bg bn ca cs cy da de el en es et eu fa fi fr ga gl he hi hr hu hy id is it ja ka ko lt lv mk ms nb nl nn pl pt".split(
    " ",
  ),
  ..."pt-BR ro ru sk sl sq sr sv sw ta te th tr uk ur vi zh zh-Hant".split(" "),
];
