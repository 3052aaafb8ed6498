#!/bin/sh
# Rebuild the pipeline that ships: packaging/models.sh DATA, where DATA has ner-germeval2014-de in it.
# What only the building needs (word lists, MIT) is installed here and nowhere else. Some 15 minutes on one core.
set -eu
data=${1:?"name the folder of the data sets"}
python=.venv/bin/python
out=resources/models/rotstift-de
export OMP_NUM_THREADS=1

if [ ! -d "$data/ner-germeval2014-de" ]; then
    echo "There is no ner-germeval2014-de in $data: make models DATA=folder says where it is." >&2
    exit 1
fi
"$python" -m pip install --quiet spacy-lookups-data==1.0.5 Faker
mkdir -p build/models
"$python" packaging/build_lexemes.py "$out/lexemes"
"$python" packaging/train_entities.py "$data/ner-germeval2014-de" build/models/entities
"$python" packaging/train_quotes.py resources/corpus build/models/quotes
"$python" packaging/build_pipeline.py build/models/entities build/models/quotes "$out"
