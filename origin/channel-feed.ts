import { type FeedListener, TopicFeed } from "@/server/news/topic-feed";

/** Triggers of the migration `plan_ahead` tell changed channels here, by id: their status or their airings. */
const TOPIC = "lineup_channel";

/** Hears of changed channels as they are committed. */
export class ChannelFeed extends TopicFeed {
  constructor(connectionString: string, listener: FeedListener) {
    super(connectionString, TOPIC, listener);
  }
}
