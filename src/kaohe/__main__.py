"""`python -m kaohe` is the command line."""

from kaohe.cli.main import main

if __name__ == "__main__":
    main()
