import { redirect } from "next/navigation";

/** "Catalog > On Demand" is how the documentation of imports calls the library. */
export default function OnDemandPage() {
  redirect("/library");
}
