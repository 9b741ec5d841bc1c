const ENDINGS = new Set(
  (
    "3g2 3gp aac ac3 aif aiff asf avi divx dv f4v flac flv gxf m1v m2t m2ts m2v m4a m4v mka mkv mov mp2 mp3 mp4 mpeg mpg " +
    "mts mxf nut oga ogg ogv opus qt rm rmvb ts vob wav webm wma wmv"
  ).split(" "),
);

/** Whether a file can hold something to play, as far as its name and the browser's guess of its type tell. */
export function isMediaFile(filename: string, type: string): boolean {
  if (/^(video|audio)\//.test(type)) return true;
  const ending = /\.([^./\\]+)$/.exec(filename)?.[1]?.toLowerCase();
  return ending !== undefined && ENDINGS.has(ending);
}
