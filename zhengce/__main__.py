"""`python -m zhengce` is the command `zhengce`."""

from zhengce.cli import main

main()
