print("hel﻿lo")
