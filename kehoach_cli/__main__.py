"""`python -m kehoach_cli`, for machines where the script folder is not on PATH."""

from kehoach_cli.cli.app import main

if __name__ == "__main__":
    main()
