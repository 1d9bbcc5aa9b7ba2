"""`python -m pipeline.tables` prints the data dictionary."""

from pipeline.tables.dictionary import markdown

if __name__ == "__main__":
    print(markdown())
