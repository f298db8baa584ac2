#!/bin/bash
# Archives the classes that a start of the desk loads, which halves the time of every later start. The start needs a
# database: the binaries in the folder $1 serve one for these few seconds, and stay out of the image.
set -euo pipefail

data=$(mktemp -d)
"$1/bin/initdb" --pgdata="$data" --username=postgres --auth=trust --encoding=UTF8 --no-locale >/dev/null
"$1/bin/pg_ctl" --pgdata="$data" --options="-p 5499 -k $data -h 127.0.0.1" --wait --silent start
trap '"$1/bin/pg_ctl" --pgdata="$data" --mode=immediate --silent stop; rm -rf "$data"' EXIT

SPRING_DATASOURCE_URL=jdbc:postgresql://127.0.0.1:5499/postgres \
SPRING_DATASOURCE_USERNAME=postgres \
    java -XX:ArchiveClassesAtExit=desk.jsa -Dspring.context.exit=onRefresh -jar support-desk.jar
