/** A clip of the demo: what ffmpeg draws and plays, and what the library says about it. */
export interface DemoClip {
  title: string;
  description: string;
  tags: string[];
  genres: string[];
  /** Length of what is drawn. */
  seconds: number;
  /** How often that is repeated in the file, which costs nothing to make. */
  repeats?: number;
  /** A lavfi source and filters that end in the wanted size. */
  picture: string;
  /** Left and right channel as expressions of the time t. */
  sound: string;
}

/** Three soft tones that swell and fade. */
function chord(...hertz: [number, number, number]): string {
  const voices = hertz.map((pitch, index) => `0.07*sin(2*PI*${pitch}*t)*(1+0.6*sin(2*PI*t/${7 + 3 * index}))`);
  return `${voices.join("+")}|${voices.toReversed().join("+")}`;
}

const FULL = "1920x1080";
const HD = "1280x720";
const SMALL = "640x360";
/** Fractals are dear to compute; nobody sees the difference in a moving picture. */
const TO_HD = `scale=${HD}:flags=bicubic`;

export const DEMO_CLIPS: DemoClip[] = [
  {
    title: "Into the Seahorse Valley",
    description: "A slow dive into the Mandelbrot set, past spirals that never repeat.",
    tags: ["fractal", "slow"],
    genres: ["Science"],
    seconds: 60,
    picture: `mandelbrot=s=${SMALL}:r=25:maxiter=400:start_scale=2.6:end_scale=0.002:end_pts=1500:inner=mincol,hue=h=200:s=1.4,${TO_HD}`,
    sound: chord(110, 164.8, 220),
  },
  {
    title: "Morning Colours",
    description: "Warm gradients for the first hour of the day.",
    tags: ["ambient", "morning"],
    genres: ["Ambient"],
    seconds: 90,
    picture: `gradients=s=${HD}:r=30:c0=0xff9a5a:c1=0xffd28f:c2=0xf25c78:c3=0x6a4c93:n=4:speed=0.008`,
    sound: chord(196, 246.9, 293.7),
  },
  {
    title: "Deep Water",
    description: "Blue and green, folding into each other like light under the surface.",
    tags: ["ambient", "night"],
    genres: ["Ambient"],
    seconds: 60,
    repeats: 6,
    picture: `gradients=s=${SMALL}:r=24:c0=0x012a4a:c1=0x2c7da0:c2=0x014f86:c3=0x52b69a:n=4:speed=0.005`,
    sound: chord(98, 130.8, 146.8),
  },
  {
    title: "A Garden of Cells",
    description: "Conway's Game of Life, left to grow from noise.",
    tags: ["simulation"],
    genres: ["Science", "Games"],
    seconds: 45,
    picture: `life=s=320x180:r=15:mold=10:ratio=0.12:random_seed=7:life_color=#9ef01a:death_color=#4361ee:mold_color=#10002b,scale=${HD}:flags=neighbor`,
    sound: chord(261.6, 329.6, 392),
  },
  {
    title: "Rule 110",
    description: "One line of cells writes an endless tapestry.",
    tags: ["simulation", "pattern"],
    genres: ["Science"],
    seconds: 40,
    picture: `cellauto=s=320x180:r=30:rule=110:random_seed=3:scroll=1,format=rgb24,colorchannelmixer=rr=0.95:gg=0.65:bb=0.3,scale=${HD}:flags=neighbor`,
    sound: chord(146.8, 220, 277.2),
  },
  {
    title: "Triangles All the Way Down",
    description: "A walk over the Sierpinski carpet and its smaller selves.",
    tags: ["fractal", "pattern"],
    genres: ["Science"],
    seconds: 35,
    picture: `sierpinski=s=${HD}:r=25:type=triangle:seed=11:jump=60,format=rgb24,colorchannelmixer=rr=0.3:gg=0.75:bb=0.95`,
    sound: chord(174.6, 220, 261.6),
  },
  {
    title: "Test Card at Noon",
    description: "Bars, a clock and a bell: what televisions showed before there was television.",
    tags: ["classic"],
    genres: ["Documentary"],
    seconds: 20,
    picture: `testsrc2=s=${FULL}:r=50`,
    sound: "0.2*sin(2*PI*1000*t)*lt(mod(t,1),0.08)|0.2*sin(2*PI*1000*t)*lt(mod(t,1),0.08)",
  },
  {
    title: "Night Train",
    description: "Lines of light run past the window while the carriage hums.",
    tags: ["night", "slow"],
    genres: ["Ambient"],
    seconds: 60,
    repeats: 4,
    picture: `gradients=s=${SMALL}:r=25:c0=0x10002b:c1=0xff6d00:c2=0x240046:c3=0x3c096c:n=4:x0=0:y0=180:x1=640:y1=180:speed=0.03`,
    sound: "0.15*sin(2*PI*55*t)*(1+0.4*sin(2*PI*2*t))|0.15*sin(2*PI*57*t)*(1+0.4*sin(2*PI*2*t))",
  },
  {
    title: "Rose Window",
    description: "A kaleidoscope of soft colour, turning once a minute.",
    tags: ["pattern", "morning"],
    genres: ["Art"],
    seconds: 60,
    repeats: 10,
    picture: `gradients=s=${SMALL}:r=24:c0=0xe0aaff:c1=0x7b2cbf:c2=0xffc8dd:c3=0x5a189a:n=4:type=radial:speed=0.006`,
    sound: chord(130.8, 196, 261.6),
  },
  {
    title: "The Other Set",
    description: "The same mathematics seen from a different shore, in copper and rust.",
    tags: ["fractal"],
    genres: ["Science", "Art"],
    seconds: 50,
    picture: `mandelbrot=s=${SMALL}:r=25:maxiter=400:start_x=-0.7746:start_y=-0.1374:start_scale=1.5:end_scale=0.004:end_pts=1250,hue=h=30:s=1.2,${TO_HD}`,
    sound: chord(123.5, 185, 246.9),
  },
  {
    title: "Spiral Weather",
    description: "Slow storms of colour seen from above.",
    tags: ["ambient"],
    genres: ["Nature"],
    seconds: 120,
    picture: `gradients=s=${HD}:r=25:c0=0x03045e:c1=0xcaf0f8:c2=0x0077b6:c3=0x90e0ef:n=4:type=spiral:speed=0.01`,
    sound: chord(164.8, 207.7, 246.9),
  },
  {
    title: "Three Minutes of Sunset",
    description: "The sky goes through all of its reds, and nobody says a word.",
    tags: ["slow", "night"],
    genres: ["Nature"],
    seconds: 180,
    picture: `gradients=s=${HD}:r=24:c0=0xf94144:c1=0xf8961e:c2=0x577590:c3=0x1d3557:n=4:x0=640:y0=0:x1=640:y1=720:speed=0.004`,
    sound: chord(116.5, 146.8, 174.6),
  },
];
