#!/usr/bin/env bash
# Builds a renamed copy of these sources against Operaton and walks tickets through it: on an empty database, and on a
# copy of one that the Camunda build wrote. Needs a JDK 17 or newer, Maven and about five minutes; see docs/exit.md.
#
#   src/exit/operaton.sh [scratch folder, default target/exit]
set -euo pipefail
cd "$(dirname "$0")/../.."
scratch=$(realpath -m "${1:-target/exit}")
copy=$scratch/source
port=18080
mvn=${MVN:-mvn}
running=

say() { printf '\n== %s\n' "$*"; }

stop() {
  if [ -n "$running" ]; then
    kill "$running" && wait "$running" || true
    running=
  fi
}
trap stop EXIT

# start NAME JAR DATABASE: the desk with its demo people, and its console in NAME.log
start() {
  java -Xmx600m -jar "$2" --spring.profiles.active=demo --server.port=$port --support.database.directory="$3" --support.audit.checkpoints.directory="$3-checkpoints" \
    --support.notifications.folder="$scratch/mail-$1" > "$scratch/$1.log" 2>&1 &
  running=$!
  for _ in $(seq 120); do
    curl -sf -o /dev/null "http://localhost:$port/actuator/health" && break
    kill -0 "$running" || { tail -40 "$scratch/$1.log"; exit 1; }
    sleep 1
  done
  grep -h "Started SupportDesk" "$scratch/$1.log" | sed 's/.*: /ok      /'
}

# walk NAME STEP...: with the token that the desk printed when it started
walk() {
  local token
  token=$(grep -m1 'Ромашка.*панель' "$scratch/$1.log" | grep -o 'sd_[A-Za-z0-9_-]*')
  java src/exit/Walk.java "http://localhost:$port" "$token" "$scratch/mail-$1" "${@:2}"
}

sums() { (cd "$1" && find bpmn forms -type f | LC_ALL=C sort | xargs sha256sum); }

rm -rf "$scratch"
mkdir -p "$copy"

say "Copy and rename"
git ls-files -z -- pom.xml bpmn forms src/main | xargs -0 tar cf - | tar xf - -C "$copy"
find "$copy/src" "$copy/pom.xml" -type f -regex '.*\.\(java\|yml\|xml\|js\|css\|html\)' -exec sed -i -f src/exit/renaming.sed {} +
mv "$copy/src/main/resources/META-INF/resources/webjars/camunda" "$copy/src/main/resources/META-INF/resources/webjars/operaton"
# The test libraries do not exist for Operaton at this version: the walk is the check.
perl -0pi -e 's{\s*<dependency>(?:(?!</dependency>).)*?<scope>test</scope>\s*</dependency>}{}gs' "$copy/pom.xml"
diff <(sums .) <(sums "$copy")
echo "ok      $(sums "$copy" | wc -l) diagrams, tables, forms and texts are the same, byte for byte"
if grep -rn 'org\.camunda\.' "$copy/src" "$copy/pom.xml"; then
  echo "FAILED  a name of Camunda's is left" && exit 1
fi

say "Build both"
"$mvn" -q -B -DskipTests -Dspotless.check.skip package
(cd "$copy" && "$mvn" -q -B -Dmaven.test.skip=true -Dspotless.check.skip package)
camunda=$(ls target/support-desk-[0-9]*.jar)
operaton=$(ls "$copy"/target/support-desk-[0-9]*.jar)
if unzip -l "$operaton" | grep -q 'camunda-engine'; then
  echo "FAILED  Camunda's engine is still inside" && exit 1
fi

say "Operaton on an empty database"
start operaton-new "$operaton" "$scratch/new"
walk operaton-new new
stop

say "Camunda writes a database, and one ticket stays under way"
start camunda "$camunda" "$scratch/written"
number=$(walk camunda register)
stop
cp -a "$scratch/written" "$scratch/moved"

say "Operaton on a copy of it"
# Operaton calls its administrators' group otherwise: the first start makes one, as on an empty database.
export SUPPORT_ADMINISTRATOR_USER=exitadmin
SUPPORT_ADMINISTRATOR_PASSWORD=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
export SUPPORT_ADMINISTRATOR_PASSWORD
export WALK_ADMINISTRATOR=$SUPPORT_ADMINISTRATOR_USER:$SUPPORT_ADMINISTRATOR_PASSWORD
start operaton-moved "$operaton" "$scratch/moved"
walk operaton-moved close "$number"
walk operaton-moved new
stop

say "And back: Camunda on the database that Operaton has worked on"
unset WALK_ADMINISTRATOR
start camunda-back "$camunda" "$scratch/moved"
walk camunda-back new
stop

say "The way out is open"
