import { redirect } from "next/navigation";
import { currentUser } from "@/server/auth/current-user";

export default async function Home() {
  redirect((await currentUser()) ? "/library" : "/sign-in");
}
