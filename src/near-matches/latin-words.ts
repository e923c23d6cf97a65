/*
 * Words of names without Han characters: what is written short and long (Blvd, Boulevard) is one word. Pure.
 */

const ABBREVIATIONS = `
blvd boulevard; ave avenue; av avenue; rd road; dr drive; hwy highway; pkwy parkway; sq square; ctr center; centre center;
intl international; int international; natl national; mfg manufacturing; mfr manufacturer; mgmt management; mgt management;
svc service; svcs services; tech technology; technologies technology; techs technology; assn association; assoc associates;
assocs associates; bros brothers; dept department; dist distribution; eng engineering; engrg engineering; equip equipment;
ent enterprises; enterprise enterprises; fin financial; grp group; hldg holdings; hldgs holdings; holding holdings;
ind industries; inds industries; industry industries; inv investments; invt investments; investment investments;
ops operations; prod products; prods products; prop properties; props properties; sys systems; system systems;
trans transport; transp transport; univ university; mt mount; ft fort; st street; saint street; bldg building;
constr construction; const construction; dev development; devt development; elec electric; electrical electric;
gen general; govt government; hosp hospital; inst institute; lab laboratories; labs laboratories; mkt marketing;
mktg marketing; med medical; pharm pharmaceuticals; pharma pharmaceuticals; petro petroleum; ry railway; rwy railway;
shpg shipping; transn transnational; whse warehouse; xpress express; nite night; thru through; n and
`

const spelled = new Map(
  ABBREVIATIONS.trim()
    .split(/\s*;\s*/)
    .filter(Boolean)
    .map((pair) => pair.trim().split(' ') as [string, string]),
)

/** A word as all its spellings are counted. */
export function spellOut(word: string): string {
  return spelled.get(word) ?? word
}
