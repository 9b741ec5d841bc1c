/** What the journeys need of a media playlist (RFC 8216). */
export interface Playlist {
  mediaSequence: number;
  segments: { uri: string; discontinuity: boolean; map: string }[];
}

export async function readPlaylist(url: string): Promise<Playlist> {
  const reply = await fetch(url);
  if (!reply.ok) throw new Error(`${url} answered ${reply.status}`);
  const playlist: Playlist = { mediaSequence: 0, segments: [] };
  let discontinuity = false;
  let map = "";
  for (const line of (await reply.text()).split("\n")) {
    if (line.startsWith("#EXT-X-MEDIA-SEQUENCE:")) playlist.mediaSequence = Number(line.split(":")[1]);
    else if (line === "#EXT-X-DISCONTINUITY") discontinuity = true;
    else if (line.startsWith("#EXT-X-MAP:")) map = /URI="([^"]+)"/.exec(line)?.[1] ?? "";
    else if (line && !line.startsWith("#")) {
      playlist.segments.push({ uri: new URL(line, url).href, discontinuity, map });
      discontinuity = false;
    }
  }
  return playlist;
}
