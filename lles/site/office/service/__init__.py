"""The administrator's pages: people, offices, closed days and Pathfinder areas; no case is seen on them."""
