"""An invented centre, for practice, for pictures and for proof; every person in it is made up."""
